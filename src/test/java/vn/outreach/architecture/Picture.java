package vn.outreach.architecture;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The picture of a process in src/docs/pictures: drawn by bpmn-js in Chromium, marked with the drawing it shows. */
record Picture(Path model) {

    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static final List<Path> INSTALLED = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
    private static final String MARK = "<!-- drawing %s -->";
    /** What of an element one sees; everything else may change without a new picture. */
    private static final Set<String> SEEN = new TreeSet<>(Set.of(
            "id", "name", "bpmnElement", "sourceRef", "targetRef", "attachedToRef", "default", "cancelActivity",
            "isInterrupting", "triggeredByEvent", "x", "y", "width", "height", "isExpanded", "isMarkerVisible"));
    private static final Set<String> UNSEEN =
            Set.of("documentation", "extensionElements", "incoming", "outgoing", "conditionExpression");

    Path file() {
        return FOLDER.resolve(Models.baseName(model) + ".svg");
    }

    boolean isCurrent() throws IOException {
        return Files.exists(file()) && Files.readString(file()).contains(mark());
    }

    /** Draws pictures with the viewer of an unpacked bpmn-js. */
    static void draw(Path viewer, List<Picture> pictures) throws IOException {
        Files.createDirectories(FOLDER);
        CreateOptions noDownload = new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = chromium().isPresent() ? Playwright.create(noDownload) : Playwright.create()) {
            LaunchOptions options = new LaunchOptions().setArgs(List.of("--no-sandbox"));
            chromium().ifPresent(options::setExecutablePath);
            try (Browser browser = playwright.chromium().launch(options)) {
                Page page = browser.newPage();
                page.setContent("<div id='canvas' style='width:2400px;height:1400px'></div>");
                page.addScriptTag(new Page.AddScriptTagOptions().setPath(viewer));
                for (Picture picture : pictures) {
                    picture.draw(page);
                }
            }
        }
    }

    private void draw(Page page) throws IOException {
        String svg = (String) page.evaluate("""
                async xml => {
                    const viewer = new BpmnJS({container: '#canvas'});
                    await viewer.importXML(xml);
                    const {svg} = await viewer.saveSVG();
                    viewer.destroy();
                    return svg;
                }""", Files.readString(model));
        Files.writeString(file(), svg.replaceFirst("<svg", mark() + "\n<svg style=\"background:white\"") + "\n");
    }

    private String mark() throws IOException {
        StringBuilder drawing = new StringBuilder();
        describe(root(), drawing);
        return MARK.formatted(sha256(drawing.toString()));
    }

    private Element root() throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(model.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(model + " is no XML", e);
        }
    }

    private static void describe(Element element, StringBuilder drawing) {
        String name = element.getTagName().replaceFirst("^.*:", "");
        if (UNSEEN.contains(name)) {
            return;
        }
        drawing.append('\n').append(name);
        SEEN.stream().filter(element::hasAttribute).forEach(
                attribute -> drawing.append(' ').append(attribute).append('=').append(element.getAttribute(attribute)));
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                describe(child, drawing);
            }
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> chromium() {
        return INSTALLED.stream().filter(Files::isExecutable).findFirst();
    }
}
