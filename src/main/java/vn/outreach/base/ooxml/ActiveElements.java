package vn.outreach.base.ooxml;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Looks through the elements of one part for what runs or fetches, for fields of Word and for formulas of Excel. */
final class ActiveElements implements OfficeXml.Reading {

    private static final Map<String, OfficeFault.Kind> ELEMENTS = Map.ofEntries(
            Map.entry("altChunk", OfficeFault.Kind.CHUNK),
            Map.entry("OLEObject", OfficeFault.Kind.EMBEDDED),
            Map.entry("oleObject", OfficeFault.Kind.EMBEDDED),
            Map.entry("objectEmbed", OfficeFault.Kind.EMBEDDED),
            Map.entry("objectLink", OfficeFault.Kind.EMBEDDED),
            Map.entry("script", OfficeFault.Kind.MACROS),
            Map.entry("mailMerge", OfficeFault.Kind.MAIL_MERGE),
            Map.entry("subDoc", OfficeFault.Kind.REMOTE),
            Map.entry("ddeLink", OfficeFault.Kind.LINKS),
            Map.entry("oleLink", OfficeFault.Kind.LINKS),
            Map.entry("externalBook", OfficeFault.Kind.LINKS),
            Map.entry("externalReference", OfficeFault.Kind.LINKS),
            Map.entry("connection", OfficeFault.Kind.LINKS));
    /** Whose element a link of a hyperlink may be. */
    private static final Set<String> CLICKED = Set.of("hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver");

    private static final Set<String> PICTURES = Set.of("imagedata", "fill", "stroke", "image");
    private static final Set<String> FORMULAS = Set.of("f", "formula", "formula1", "formula2", "definedName");
    private static final Pattern OFFICES = Pattern.compile(
            "http://schemas\\.openxmlformats\\.org/.*|http://purl\\.oclc\\.org/ooxml/.*|http://schemas\\.microsoft\\.com/office/.*"
                    + "|urn:schemas-microsoft-com:.*|http://www\\.w3\\.org/2000/svg");
    private static final Pattern SPREADSHEET = Pattern.compile(".*(/spreadsheetml/.*|/office/excel/.*)");
    private static final Pattern ADDRESS = Pattern.compile("(?is)\\s*(https?:|ftp:|file:|\\\\\\\\|//).*");

    private final Set<String> links;
    private final FieldCodes fields = new FieldCodes();
    private @Nullable StringBuilder formula;

    /** @param links ids of the part's relationships that people click on */
    ActiveElements(Set<String> links) {
        this.links = links;
    }

    @Override
    public void begins(XMLStreamReader element) throws OfficeFault {
        String namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        String name = element.getLocalName();
        // Data of others that lie in the file are read by nobody.
        if (!OFFICES.matcher(namespace).matches()) {
            return;
        }
        OfficeFault.Kind kind = ELEMENTS.get(name);
        if (kind != null) {
            throw new OfficeFault(kind);
        }
        attributes(element, name);
        fields.begins(element, name);
        if (FORMULAS.contains(name) && SPREADSHEET.matcher(namespace).matches()) {
            formula = new StringBuilder();
        }
    }

    private void attributes(XMLStreamReader element, String name) throws OfficeFault {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            String space = element.getAttributeNamespace(i);
            String value = element.getAttributeValue(i);
            boolean reference = space != null && space.endsWith("/relationships");
            boolean fetched = PICTURES.contains(name)
                    && Set.of("src", "href").contains(element.getAttributeLocalName(i))
                    && ADDRESS.matcher(value).matches();
            if (fetched || reference && links.contains(value) && !CLICKED.contains(name)) {
                throw new OfficeFault(OfficeFault.Kind.REMOTE);
            }
        }
    }

    @Override
    public void text(String text) {
        fields.text(text);
        if (formula != null) {
            formula.append(text);
        }
    }

    @Override
    public void ends(String namespace, String name) throws OfficeFault {
        fields.ends(name);
        if (formula != null && FORMULAS.contains(name)) {
            SheetFormula.refuse(formula.toString());
            formula = null;
        }
    }

    /** The part is over. */
    void end() throws OfficeFault {
        fields.end();
    }
}
