package id.pintu.intake.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttachmentTypeDetectorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final AttachmentTypeDetector detector = new AttachmentTypeDetector();

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of(SampleFiles.photo(40, 20, 1), "image/jpeg"),
                Arguments.of(SampleFiles.png(true), "image/png"),
                Arguments.of(SampleFiles.gif(), "image/gif"),
                Arguments.of(SampleFiles.PDF, "application/pdf"),
                Arguments.of(SampleFiles.zip("word/document.xml"), AttachmentType.DOCX.mediaType()),
                Arguments.of(SampleFiles.zip("xl/workbook.xml"), AttachmentType.XLSX.mediaType()),
                Arguments.of(text("Jalan rusak sejak Senin.\n"), "text/plain"),
                Arguments.of(text("OggS\0\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\36\1vorbis"), "audio/ogg"),
                Arguments.of(text("ID3\3\0\0\0\0\0\0"), "audio/mpeg"),
                Arguments.of(text("\0\0\0\30ftypM4A \0\0\0\0"), "audio/mp4"),
                Arguments.of(text("\0\0\0\30ftypisom\0\0\0\0"), "video/mp4"));
    }

    static Stream<byte[]> otherContents() {
        return Stream.of(
                text("<!DOCTYPE html><html><script>alert(1)</script></html>"),
                text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
                text("MZ\220\0\3\0\0\0"),
                text("\0\0\0\30ftypheic\0\0\0\0mif1heic"),
                SampleFiles.zip("invoice.exe"),
                new byte[] {0, 1, 2, 3});
    }

    @ParameterizedTest
    @MethodSource("contents")
    void findsTheTypeInTheContentWhateverTheNameSays(byte[] content, String type) throws IOException {
        assertThat(detector.detect(file(content))).isEqualTo(type);
        assertThat(AttachmentType.ofMediaType(type)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("otherContents")
    void otherContentIsOfNoAcceptedType(byte[] content) throws IOException {
        assertThat(AttachmentType.ofMediaType(detector.detect(file(content)))).isEmpty();
    }

    /** A name that lies, of a photo. */
    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("foto.jpg"), content);
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
