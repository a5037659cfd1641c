package id.pintu.intake.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.intake.attachments.ImageReencoder.UnusableImageException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReencoderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final ImageReencoder images = new ImageReencoder();

    @Test
    void aPhotoLosesItsOwnerAndWhereItWasTaken() throws Exception {
        byte[] photo = SampleFiles.photo(400, 200, 1);
        assertThat(latin1(photo)).contains("Exif", SampleFiles.OWNER);

        byte[] stored = reencode(photo, AttachmentType.JPEG, AttachmentType.JPEG);

        assertThat(latin1(stored)).doesNotContain("Exif").doesNotContain(SampleFiles.OWNER);
    }

    /** Where the red half, on the left as stored, is to be seen. */
    @ParameterizedTest
    @CsvSource({
        "1, 400, 200, left", "2, 400, 200, right", "3, 400, 200, right", "4, 400, 200, left",
        "5, 200, 400, top", "6, 200, 400, top", "7, 200, 400, bottom", "8, 200, 400, bottom"
    })
    void aPhotoIsTurnedAsTheCameraWasHeld(int orientation, int width, int height, String red) throws Exception {
        BufferedImage image =
                image(reencode(SampleFiles.photo(400, 200, orientation), AttachmentType.JPEG, AttachmentType.JPEG));

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(
                        switch (red) {
                            case "left" -> isRed(image, 10, height / 2) && !isRed(image, width - 10, height / 2);
                            case "right" -> !isRed(image, 10, height / 2) && isRed(image, width - 10, height / 2);
                            case "top" -> isRed(image, width / 2, 10) && !isRed(image, width / 2, height - 10);
                            default -> !isRed(image, width / 2, 10) && isRed(image, width / 2, height - 10);
                        })
                .isTrue();
    }

    @Test
    void aLargePhotoIsScaledDown() throws Exception {
        BufferedImage image =
                image(reencode(SampleFiles.photo(5000, 2500, 1), AttachmentType.JPEG, AttachmentType.JPEG));

        assertThat(image.getWidth()).isEqualTo(ImageReencoder.MAX_SIDE);
        assertThat(image.getHeight()).isEqualTo(ImageReencoder.MAX_SIDE / 2);
    }

    @Test
    void onlyATranslucentImageStaysAPng() throws Exception {
        BufferedImage image = image(reencode(SampleFiles.png(true), AttachmentType.PNG, AttachmentType.PNG));

        assertThat(image.getRGB(0, 0) >>> 24).isEqualTo(0x40);
        reencode(SampleFiles.png(false), AttachmentType.PNG, AttachmentType.JPEG);
        reencode(SampleFiles.gif(), AttachmentType.GIF, AttachmentType.JPEG);
    }

    @Test
    void aWebpIsDecoded() throws Exception {
        byte[] webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        assertThat(image(reencode(webp, AttachmentType.WEBP, AttachmentType.JPEG))
                        .getWidth())
                .isEqualTo(1);
    }

    @Test
    void anImageThatAnnouncesTooManyPixelsIsNotDecoded() {
        assertThatThrownBy(
                        () -> reencode(SampleFiles.pixelBomb(60_000, 60_000), AttachmentType.PNG, AttachmentType.JPEG))
                .isInstanceOf(UnusableImageException.class)
                .hasMessageContaining("pixels");
    }

    @Test
    void aDamagedImageIsRefused() {
        byte[] photo = SampleFiles.photo(400, 200, 1);
        assertThatThrownBy(
                        () -> reencode(java.util.Arrays.copyOf(photo, 200), AttachmentType.JPEG, AttachmentType.JPEG))
                .isInstanceOf(UnusableImageException.class);
    }

    private byte[] reencode(byte[] content, AttachmentType type, AttachmentType expected)
            throws IOException, UnusableImageException {
        Path source = Files.write(directory.resolve("source"), content);
        Path target = Files.createTempFile(directory, "target", null);
        assertThat(images.reencode(source, type, target)).isEqualTo(expected);
        return Files.readAllBytes(target);
    }

    private static BufferedImage image(byte[] content) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new java.io.ByteArrayInputStream(content)));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 200 && color.getBlue() < 80;
    }

    private static String latin1(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
