package vn.outreach.base.ooxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small Office files, part for part as a test wants them. */
public final class OfficeFile {

    public static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, StringBuilder> relationships = new LinkedHashMap<>();
    private String list = "[Content_Types].xml";

    /** A document of Word whose body is this XML. */
    public static OfficeFile word(String body) {
        return word("word/document.xml", body);
    }

    public static OfficeFile word(String main, String body) {
        return new OfficeFile().relate("", OFFICE + "/officeDocument", main, false).part(main,
                TYPE + "wordprocessingml.document.main+xml",
                "<w:document xmlns:w=\"" + W + "\" xmlns:r=\"" + OFFICE + "\"><w:body>" + body + "</w:body></w:document>");
    }

    /** A workbook of Excel with one sheet that has this XML for its rows. */
    static OfficeFile excel(String main, String rows) {
        return new OfficeFile().relate("", OFFICE + "/officeDocument", main, false)
                .part(main, TYPE + "spreadsheetml.sheet.main+xml", "<workbook xmlns=\"" + S + "\"><sheets/></workbook>")
                .part("xl/worksheets/sheet1.xml", TYPE + "spreadsheetml.worksheet+xml",
                        "<worksheet xmlns=\"" + S + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public OfficeFile part(String name, String type, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        types.put(name, type);
        return this;
    }

    /** A relationship of a part, or of the file where the part is empty. */
    public OfficeFile relate(String part, String type, String target, boolean external) {
        StringBuilder lines = relationships.computeIfAbsent(part, first -> new StringBuilder());
        int id = lines.toString().split("<Relationship ", -1).length;
        lines.append("<Relationship Id=\"rId").append(id).append("\" Type=\"").append(type).append("\" Target=\"")
                .append(target).append('"').append(external ? " TargetMode=\"External\"/>" : "/>");
        return this;
    }

    /** The list of content types under another name. */
    OfficeFile listed(String name) {
        list = name;
        return this;
    }

    /** What a field of Word looks like that has this code. */
    static String field(String code) {
        return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">" + code
                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>x</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    }

    public byte[] bytes() {
        return bytes("/", StandardCharsets.UTF_8);
    }

    /** The file as a writer makes it that has this slash in names and writes the list of types so. */
    public byte[] bytes(String slash, Charset charset) {
        StringBuilder types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        this.types.forEach((name, type) ->
                types.append("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, list, ("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>" + types + "</Types>").getBytes(charset));
            for (Map.Entry<String, StringBuilder> of : relationships.entrySet()) {
                int file = of.getKey().lastIndexOf('/') + 1;
                String name = of.getKey().substring(0, file) + "_rels/" + of.getKey().substring(file) + ".rels";
                put(zip, name.replace("/", slash), ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + of.getValue() + "</Relationships>").getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                put(zip, part.getKey().replace("/", slash), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
