package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the processes show the models of today. With {@code -Dbpmn-js=<bpmn-viewer.production.min.js>} outdated
 * ones are drawn first; contributing.md has the two commands.
 */
class PicturesTest {

    private static List<Picture> pictures;

    @BeforeAll
    static void drawWhereAsked() throws IOException {
        pictures = Models.files(".bpmn").stream().map(Picture::new).toList();
        String viewer = System.getProperty("bpmn-js");
        if (viewer != null) {
            Picture.draw(Path.of(viewer), outdated());
        }
    }

    @Test
    void everyProcessHasACurrentPicture() throws IOException {
        assertThat(outdated()).as("pictures that do not show their model of today").isEmpty();
    }

    @Test
    void everyPictureIsShownWithItsProcess() {
        String processes = Documents.text(Documents.PROCESSES);
        assertThat(pictures).allSatisfy(picture ->
                assertThat(processes).contains("](" + Documents.FOLDER.relativize(picture.file()) + ")"));
    }

    private static List<Picture> outdated() throws IOException {
        List<Picture> outdated = new ArrayList<>();
        for (Picture picture : pictures) {
            if (!picture.isCurrent()) {
                outdated.add(picture);
            }
        }
        return outdated;
    }
}
