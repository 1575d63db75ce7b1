package vn.outreach.register.achievement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Puts together what the ledger counts of each enterprise and what only its register says, row by row and in the order
 * of the enterprises. A union or a cell that the ledger knows is not founded again by the register; a survey comes
 * every year.
 */
final class ReachedRows implements RowCallbackHandler {

    private final LocalDate year;
    private final LocalDate from;
    private final LocalDate until;
    private final List<Reached> all = new ArrayList<>();
    private final Map<Measure, Reached> ofEnterprise = new EnumMap<>(Measure.class);

    private @Nullable String taxCode;
    private @Nullable LocalDate surveyedOn;
    private @Nullable LocalDate unionRecognisedOn;
    private @Nullable LocalDate cellFoundedOn;
    private boolean surveyKnown;
    private boolean unionKnown;
    private boolean cellKnown;

    ReachedRows(LocalDate from, LocalDate until) {
        this.year = from.withDayOfYear(1);
        this.from = from;
        this.until = until;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        String code = row.getString(1);
        if (!code.equals(taxCode)) {
            end();
            taxCode = code;
            surveyedOn = row.getObject(8, LocalDate.class);
            unionRecognisedOn = row.getObject(9, LocalDate.class);
            cellFoundedOn = row.getObject(10, LocalDate.class);
        }
        String name = row.getString(2);
        if (name != null) {
            counted(code, Measure.valueOf(name), row);
        }
    }

    /** Everything that was reached until the day. */
    List<Reached> all() {
        end();
        return all;
    }

    private void counted(String code, Measure measure, ResultSet row) throws SQLException {
        surveyKnown |= measure == Measure.SURVEY && row.getInt(11) == 1;
        unionKnown |= measure == Measure.UNION;
        cellKnown |= measure == Measure.CELL;
        LocalDate firstOn = row.getObject(3, LocalDate.class);
        if (firstOn != null) {
            ofEnterprise.put(
                    measure,
                    new Reached(
                            code,
                            measure,
                            firstOn,
                            row.getObject(4, LocalDate.class),
                            row.getInt(5),
                            row.getInt(6),
                            false,
                            row.getString(7)));
        }
    }

    private void end() {
        if (taxCode != null) {
            outsideCase(taxCode, Measure.SURVEY, surveyKnown, surveyedOn);
            outsideCase(taxCode, Measure.UNION, unionKnown, unionRecognisedOn);
            outsideCase(taxCode, Measure.CELL, cellKnown, cellFoundedOn);
            all.addAll(ofEnterprise.values());
        }
        taxCode = null;
        ofEnterprise.clear();
        surveyKnown = false;
        unionKnown = false;
        cellKnown = false;
    }

    /** A day that only the register has counts once, too. */
    private void outsideCase(String code, Measure measure, boolean known, @Nullable LocalDate day) {
        if (known || day == null || day.isAfter(until)) {
            return;
        }
        LocalDate inYearOn = day.isBefore(year) ? null : day;
        int times = day.isBefore(from) ? 0 : 1;
        Reached counted = ofEnterprise.get(measure);
        ofEnterprise.put(
                measure,
                counted == null
                        ? new Reached(code, measure, day, inYearOn, times, 1, true, null)
                        : new Reached(
                                code,
                                measure,
                                day.isBefore(counted.firstOn()) ? day : counted.firstOn(),
                                counted.inYearOn() == null ? inYearOn : counted.inYearOn(),
                                counted.times() + times,
                                counted.total() + 1,
                                counted.inYearOn() == null && inYearOn != null,
                                counted.doneBy()));
    }
}
