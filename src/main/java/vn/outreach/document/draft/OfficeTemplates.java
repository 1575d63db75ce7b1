package vn.outreach.document.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.web.StorageFault;

/**
 * The templates as they are used: the office's own file where there is one, else the built-in one. A file may also be
 * laid into the folder by hand; so each is looked at again when it is used.
 */
@Component
@EnableConfigurationProperties(DraftSettings.class)
class OfficeTemplates {

    private static final int MOST_FAULTS = 10;

    private final DraftSettings settings;
    private final Path directory;

    OfficeTemplates(DraftSettings settings) {
        this.settings = settings;
        this.directory = settings.directory();
    }

    boolean isOffices(DraftTemplate template) {
        return Files.isRegularFile(file(template));
    }

    byte[] content(DraftTemplate template) {
        try {
            return isOffices(template) ? Files.readAllBytes(file(template)) : builtIn(template);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws Refusal for a file that is no template without faults; what was there before stays */
    void replace(DraftTemplate template, byte[] content) {
        refuse(faults(template, content));
        try {
            Files.createDirectories(directory);
            Path arriving = Files.createTempFile(directory, "arriving-", ".tmp");
            try {
                Files.write(arriving, content);
                move(arriving, file(template));
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException unwritable) {
            throw StorageFault.of(unwritable);
        }
    }

    /** Back to the built-in template. */
    void remove(DraftTemplate template) {
        try {
            Files.deleteIfExists(file(template));
        } catch (IOException unwritable) {
            throw StorageFault.of(unwritable);
        }
    }

    /** What is wrong with the template in use; nothing, unless a file was laid there by hand. */
    List<String> faults(DraftTemplate template) {
        try {
            return faults(template, content(template));
        } catch (Refusal noTemplate) {
            return List.of(noTemplate.getMessage());
        }
    }

    /** @param day of the paper: Party papers are laid out as on that day */
    byte[] fill(DraftTemplate template, DraftValues values, LocalDate day) {
        WordFile file = WordFile.open(content(template));
        refuse(TemplateCheck.faultsOf(template, file));
        if (template.issuer().isParty()) {
            settings.layoutOn(day).ifPresent(file::layOut);
        }
        byte[] filled = DraftWriter.write(file, values);
        // Whatever the reason, a value of the register too: such a paper is none to be sent.
        file.bracesLeft().ifPresent(place -> {
            throw Refusal.invalid(
                    "draft-unfilled",
                    null,
                    "Dự thảo còn dấu {{ chưa được điền nên không được tạo (%s);".formatted(place)
                            + " hãy sửa mẫu hoặc thông tin của doanh nghiệp trong sổ.");
        });
        return filled;
    }

    private static List<String> faults(DraftTemplate template, byte[] content) {
        List<String> faults = TemplateCheck.faultsOf(template, WordFile.open(content));
        return faults.isEmpty() ? unfilled(content) : faults;
    }

    /** Fields that stand where none is filled: in another part, an attribute, or data that a control shows. */
    private static List<String> unfilled(byte[] content) {
        WordFile trial = WordFile.open(content);
        DraftWriter.write(trial, new DraftValues());
        return trial
                .bracesLeft()
                .map(place -> "Phần %s của tệp: dấu {{ }} ở chỗ không điền được; hãy chuyển trường vào đoạn văn thường."
                        .formatted(place))
                .stream()
                .toList();
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            String more = faults.size() > MOST_FAULTS
                    ? " Còn %s lỗi nữa.".formatted(WholeNumber.shown(faults.size() - MOST_FAULTS))
                    : "";
            throw Refusal.invalid(
                    "template-faults",
                    null,
                    String.join(" ", faults.subList(0, Math.min(faults.size(), MOST_FAULTS))) + more);
        }
    }

    private Path file(DraftTemplate template) {
        return directory.resolve(template.fileName() + ".docx");
    }

    private static byte[] builtIn(DraftTemplate template) throws IOException {
        try (InputStream file =
                OfficeTemplates.class.getResourceAsStream("/templates/document/" + template.fileName() + ".docx")) {
            if (file == null) {
                throw new IllegalStateException("The jar has no template " + template.fileName());
            }
            return file.readAllBytes();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
