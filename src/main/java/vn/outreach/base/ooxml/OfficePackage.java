package vn.outreach.base.ooxml;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A document of Word or Excel as its parts (ECMA-376, part 2). What a part is, its content type says, and which part is
 * the main one, that and the package's relationship: no name is fixed but that of the list of types. Names are the same
 * in capital and small letters, and backslashes of old writers are taken for slashes. It is unpacked to nowhere, and
 * what the archive says of its own sizes is not believed.
 */
public final class OfficePackage implements Closeable {

    /** The name of the list of types, as it is to be written. */
    public static final String TYPES = "[Content_Types].xml";

    private static final int MOST_PARTS = 5_000;
    private static final long LARGEST_UNPACKED = 200L * 1024 * 1024;
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String MAIN_RELATIONSHIP = "/relationships/officedocument";

    /** What the main part is. */
    public enum Kind {
        WORD,
        EXCEL
    }

    /** A part; {@code type} is its content type in small letters, empty where none is given. */
    public record Part(String name, String type, ZipEntry entry) {

        boolean isRelationships() {
            return lower(name).endsWith(".rels");
        }
    }

    private final ZipFile archive;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final ContentTypes types;
    private final Part main;
    private long unpacked;

    private OfficePackage(ZipFile archive) throws OfficeFault, IOException, XMLStreamException {
        this.archive = archive;
        Map<String, ZipEntry> entries = entries(archive);
        ZipEntry list = entries.get(lower(TYPES));
        if (list == null) {
            throw new OfficeFault(OfficeFault.Kind.NO_OFFICE_FILE);
        }
        this.types = ContentTypes.read(new Measured(archive.getInputStream(list)));
        for (ZipEntry entry : entries.values()) {
            String name = name(entry);
            parts.put(lower(name), new Part(name, entry == list ? "" : types.of(name), entry));
        }
        ActiveContent.refuseByName(this);
        this.main = findMain();
    }

    /**
     * Opens a file and looks through the whole of it.
     *
     * @throws OfficeFault when it is no document of Word or Excel, or brings something that runs or fetches
     */
    public static OfficePackage open(Path file) throws OfficeFault {
        try {
            ZipFile archive = new ZipFile(file.toFile());
            try {
                OfficePackage office = new OfficePackage(archive);
                ActiveContent.refuseIn(office);
                return office;
            } catch (OfficeFault | IOException | XMLStreamException | RuntimeException fault) {
                archive.close();
                throw fault;
            }
        } catch (XMLStreamException broken) {
            throw new OfficeFault(kindOf(broken.getNestedException()));
        } catch (IOException | IllegalArgumentException broken) {
            throw new OfficeFault(kindOf(broken));
        }
    }

    /** @throws OfficeFault when reading failed because more was in the file than is taken */
    public static void refuseTooLarge(@Nullable Throwable failure) throws OfficeFault {
        if (failure instanceof TooLarge) {
            throw new OfficeFault(OfficeFault.Kind.BOMB);
        }
    }

    private static OfficeFault.Kind kindOf(Throwable broken) {
        return broken instanceof TooLarge ? OfficeFault.Kind.BOMB : OfficeFault.Kind.BROKEN;
    }

    public Kind kind() {
        return main.type().equals(WORD) ? Kind.WORD : Kind.EXCEL;
    }

    public Collection<Part> parts() {
        return Collections.unmodifiableCollection(parts.values());
    }

    /** The part that all others belong to. */
    public Part main() {
        return main;
    }

    /**
     * The parts that a part has to do with, by the ids under which it names them; those outside of the file are left
     * out.
     */
    public Map<String, Part> related(Part part) throws IOException, XMLStreamException, OfficeFault {
        Map<String, Part> related = new LinkedHashMap<>();
        for (Part each : parts.values()) {
            if (each.isRelationships()
                    && lower(Relationship.sourceOf(each.name())).equals(lower(part.name()))) {
                for (Relationship relationship : Relationship.of(each, this)) {
                    Part target = relationship.external() ? null : parts.get(lower(relationship.target()));
                    if (target != null) {
                        related.put(relationship.id(), target);
                    }
                }
            }
        }
        return related;
    }

    /** The content of a part. All contents that are read together may not be larger than the limit. */
    public InputStream read(Part part) throws IOException {
        return new Measured(archive.getInputStream(part.entry()));
    }

    /** All content types that the list declares, of parts that are there or not, in small letters. */
    Set<String> declaredTypes() {
        return types.all();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private static Map<String, ZipEntry> entries(ZipFile archive) throws OfficeFault, ZipException {
        if (archive.size() > MOST_PARTS) {
            throw new OfficeFault(OfficeFault.Kind.BOMB);
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        for (ZipEntry entry : Collections.list(archive.entries())) {
            // The same name twice: which of the two is read depends on who reads.
            if (!name(entry).endsWith("/") && entries.put(lower(name(entry)), entry) != null) {
                throw new ZipException("The same part twice: " + entry.getName());
            }
        }
        return entries;
    }

    private Part findMain() throws OfficeFault, IOException, XMLStreamException {
        List<Part> mains = parts.values().stream()
                .filter(part -> part.type().equals(WORD) || part.type().equals(EXCEL))
                .toList();
        if (mains.isEmpty()) {
            throw new OfficeFault(OfficeFault.Kind.NO_OFFICE_FILE);
        }
        List<String> named = new ArrayList<>();
        Part relationships = parts.get("_rels/.rels");
        if (relationships != null) {
            for (Relationship relationship : Relationship.of(relationships, this)) {
                if (lower(relationship.type()).endsWith(MAIN_RELATIONSHIP)) {
                    named.add(lower(relationship.target()));
                }
            }
        }
        Part only = mains.get(0);
        boolean fits = mains.size() == 1 && (named.isEmpty() || named.equals(List.of(lower(only.name()))));
        if (!fits) {
            throw new OfficeFault(OfficeFault.Kind.BROKEN);
        }
        return only;
    }

    private static String name(ZipEntry entry) {
        return entry.getName().replace('\\', '/').replaceAll("^/+", "");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** More came out of the archive than anybody writes. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final class Measured extends FilterInputStream {

        Measured(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            int read = super.read(octets, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int octets) throws TooLarge {
            unpacked += octets;
            if (unpacked > LARGEST_UNPACKED) {
                throw new TooLarge();
            }
        }
    }
}
