package vn.outreach.e2e;

import java.util.concurrent.atomic.AtomicInteger;

/** Valid tax codes that no demo enterprise has. */
public final class TaxCodes {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private TaxCodes() {}

    public static String next() {
        while (true) {
            String nine = "36" + String.format("%07d", SERIAL.incrementAndGet());
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (nine.charAt(i) - '0');
            }
            int check = 10 - sum % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }
}
