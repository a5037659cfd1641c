package id.pintu.intake.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Test files: photos as cameras make them, and others. */
public final class SampleFiles {

    /** Name in a photo's metadata. */
    public static final String OWNER = "Budi Santoso";

    public static final byte[] PDF =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private SampleFiles() {}

    /** Photo whose left half is red and whose right half is blue, with its owner and where it was taken. */
    public static byte[] photo(int width, int height, int orientation) {
        byte[] plain = encode(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(plain.length + exif.length)
                .put(plain, 0, 2)
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    public static byte[] png(boolean translucent) {
        BufferedImage image = halves(40, 20, translucent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        if (translucent) {
            image.setRGB(0, 0, 0x40ff0000);
        }
        return encode(image, "png");
    }

    public static byte[] gif() {
        return encode(halves(40, 20, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    }

    /** A PNG of some bytes whose header announces an image of this size. */
    public static byte[] pixelBomb(int width, int height) {
        byte[] png = png(false);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    /** Zip file with one empty part. */
    public static byte[] zip(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage halves(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** APP1 segment: orientation, artist, and a position in the southern hemisphere. */
    private static byte[] exif(int orientation) {
        byte[] owner = Arrays.copyOf(OWNER.getBytes(StandardCharsets.US_ASCII), OWNER.length() + 1);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + owner.length + 2 + 12 + 4);
        int ownerAt = 8 + 2 + 3 * 12 + 4;
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x013B).putShort((short) 2).putInt(owner.length).putInt(ownerAt);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(ownerAt + owner.length);
        tiff.putInt(0).put(owner);
        tiff.putShort((short) 1);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'S', 0, 0, 0});
        tiff.putInt(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream segment = new DataOutputStream(bytes)) {
            segment.writeShort(0xFFE1);
            segment.writeShort(2 + 6 + tiff.capacity());
            segment.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
            segment.write(tiff.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
