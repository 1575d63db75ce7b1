package vn.outreach.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.outreach.base.ooxml.OfficeXml;

/** The styles of a workbook, and beside each that a marked cell has the same one on a red ground. */
final class MarkedStyles {

    private static final String RED = "FFFFC7CE";
    private static final String FILLS = "fills";
    private static final String FORMATS = "cellXfs";

    /** Numbers of the new styles by those of the old ones. */
    private final Map<Integer, Integer> marked = new LinkedHashMap<>();

    private int fills;
    private int formats;

    private MarkedStyles() {}

    /** For a workbook without styles. */
    static MarkedStyles none() {
        return new MarkedStyles();
    }

    static MarkedStyles count(InputStream styles) throws XMLStreamException {
        MarkedStyles counted = new MarkedStyles();
        XMLStreamReader reader = OfficeXml.reader(styles);
        String within = "";
        while (reader.hasNext()) {
            int event = reader.next();
            String name = event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT
                    ? reader.getLocalName()
                    : "";
            if (event == XMLStreamReader.START_ELEMENT) {
                counted.fills += name.equals("fill") && within.equals(FILLS) ? 1 : 0;
                counted.formats += name.equals("xf") && within.equals(FORMATS) ? 1 : 0;
                within = name.equals(FILLS) || name.equals(FORMATS) ? name : within;
            } else if (name.equals(within)) {
                within = "";
            }
        }
        return counted;
    }

    /** The number of the style of a marked cell that had this one. */
    int marked(int style) {
        if (fills == 0 || formats == 0) {
            return style;
        }
        int known = style < 0 || style >= formats ? 0 : style;
        return marked.computeIfAbsent(known, first -> formats + marked.size());
    }

    void write(InputStream styles, Writer out) throws XMLStreamException, IOException {
        XMLStreamReader reader = OfficeXml.reader(styles);
        XmlCopy copy = new XmlCopy(out);
        copy.begin();
        while (reader.hasNext()) {
            int event = reader.next();
            boolean begins = event == XMLStreamReader.START_ELEMENT;
            String name = begins || event == XMLStreamReader.END_ELEMENT ? reader.getLocalName() : "";
            if (name.equals(FORMATS) && begins) {
                formats(reader, copy);
            } else if (name.equals(FILLS) && begins) {
                copy.copy(reader, Map.of("count", Integer.toString(fills + 1)));
            } else {
                if (name.equals(FILLS)) {
                    copy.write(fill(reader.getPrefix()));
                }
                copy.copy(reader);
            }
        }
    }

    private void formats(XMLStreamReader reader, XmlCopy copy) throws XMLStreamException, IOException {
        copy.copy(reader, Map.of("count", Integer.toString(formats + marked.size())));
        Map<Integer, StringWriter> added = new LinkedHashMap<>();
        marked.keySet().forEach(style -> added.put(style, new StringWriter()));
        int style = -1;
        boolean within = true;
        while (within) {
            int event = reader.next();
            boolean format = event == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("xf");
            within = event != XMLStreamReader.END_ELEMENT
                    || !reader.getLocalName().equals(FORMATS);
            style += format ? 1 : 0;
            StringWriter again = added.get(style);
            if (again != null && within && format) {
                new XmlCopy(again).copy(reader, Map.of("fillId", Integer.toString(fills), "applyFill", "1"));
            } else if (again != null && within) {
                new XmlCopy(again).copy(reader);
            }
            if (within) {
                copy.copy(reader);
            }
        }
        for (StringWriter again : added.values()) {
            copy.write(again.toString());
        }
        copy.copy(reader);
    }

    private static String fill(String prefix) {
        String fill = XmlCopy.name(prefix, "fill");
        String pattern = XmlCopy.name(prefix, "patternFill");
        return "<" + fill + "><" + pattern + " patternType=\"solid\"><" + XmlCopy.name(prefix, "fgColor") + " rgb=\""
                + RED + "\"/><" + XmlCopy.name(prefix, "bgColor") + " indexed=\"64\"/></" + pattern + "></" + fill
                + ">";
    }
}
