package id.pintu.intake.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Encoder of uploaded images as new ones of at most 2048 pixels on the longer side, upright and without any metadata: where a
 * photo was taken, with whose camera, and whatever else hides in the file. Of an animation the first frame remains. Opaque
 * images become JPEG, others PNG.
 */
public final class ImageReencoder {

    static final int MAX_SIDE = 2048;

    /** A telephone's photo has 12 to 50 million pixels. */
    static final long MAX_PIXELS = 50_000_000;

    private static final float QUALITY = 0.85f;

    /** A decoded image takes up to 70 MB of the heap. */
    private final Semaphore decoding = new Semaphore(2);

    public ImageReencoder() {
        ImageIO.scanForPlugins(); // those of this application's class path, whichever thread comes first
    }

    /** An image cannot be decoded, or is larger than any photo; the message is for people. */
    public static final class UnusableImageException extends Exception {

        private static final long serialVersionUID = 1L;

        UnusableImageException(String message) {
            super(message);
        }
    }

    /**
     * Encodes an image.
     *
     * @param target empty file
     * @return the type of the new image
     */
    public AttachmentType reencode(Path source, AttachmentType type, Path target)
            throws IOException, UnusableImageException {
        decoding.acquireUninterruptibly();
        try {
            return write(read(source, type), target);
        } finally {
            decoding.release();
        }
    }

    private static BufferedImage read(Path source, AttachmentType type) throws IOException, UnusableImageException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        if (!readers.hasNext()) {
            throw new UnusableImageException("This kind of image cannot be decoded here; send it as JPEG.");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new FileImageInputStream(source.toFile())) {
            reader.setInput(input, false, type != AttachmentType.JPEG);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            // Before anything is decoded: some hundred bytes can announce gigabytes of pixels.
            if ((long) width * height > MAX_PIXELS) {
                throw new UnusableImageException(
                        "The image has more than " + MAX_PIXELS / 1_000_000 + " million pixels; make it smaller.");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / MAX_SIDE);
            param.setSourceSubsampling(step, step, 0, 0);
            return upright(reader.read(0, param), orientation(reader, type));
        } catch (RuntimeException | IOException e) {
            // Decoders fail on malformed files in many ways.
            throw new UnusableImageException("The image is damaged.");
        } finally {
            reader.dispose();
        }
    }

    private static String orientation(ImageReader reader, AttachmentType type) throws IOException {
        if (type != AttachmentType.JPEG) {
            return "Normal";
        }
        NodeList found = ((Element)
                        reader.getImageMetadata(0).getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName))
                .getElementsByTagName("ImageOrientation");
        return found.getLength() == 0 ? "Normal" : ((Element) found.item(0)).getAttribute("value");
    }

    /**
     * The image as it is meant to be seen, scaled down.
     *
     * @param orientation as the standard metadata format names it: the flip and the rotation that have to be applied
     */
    private static BufferedImage upright(BufferedImage decoded, String orientation) {
        double scale = Math.min(1.0, (double) MAX_SIDE / Math.max(decoded.getWidth(), decoded.getHeight()));
        int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
        boolean turned = orientation.endsWith("Rotate90") || orientation.endsWith("Rotate270");
        boolean opaque = !decoded.getColorModel().hasAlpha();
        BufferedImage image = new BufferedImage(
                turned ? height : width,
                turned ? width : height,
                opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            if (opaque) {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            }
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.transform(transform(orientation, width, height));
            graphics.drawImage(decoded, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static AffineTransform transform(String orientation, int width, int height) {
        return switch (orientation) {
            case "FlipH" -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case "Rotate180" -> new AffineTransform(-1, 0, 0, -1, width, height);
            case "FlipV" -> new AffineTransform(1, 0, 0, -1, 0, height);
            case "FlipVRotate90" -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case "Rotate270" -> new AffineTransform(0, 1, -1, 0, height, 0);
            case "FlipHRotate90" -> new AffineTransform(0, -1, -1, 0, height, width);
            case "Rotate90" -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static AttachmentType write(BufferedImage image, Path target) throws IOException {
        boolean opaque = !image.getColorModel().hasAlpha() || isOpaque(image);
        AttachmentType type = opaque ? AttachmentType.JPEG : AttachmentType.PNG;
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        try (ImageOutputStream output = new FileImageOutputStream(target.toFile())) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (opaque) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(opaque ? rgb(image) : image, null, null), param);
        } finally {
            writer.dispose();
        }
        return type;
    }

    private static boolean isOpaque(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xff) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BufferedImage rgb(BufferedImage image) {
        return Optional.of(image)
                .filter(each -> each.getType() == BufferedImage.TYPE_INT_RGB)
                .orElseGet(() -> {
                    BufferedImage opaque =
                            new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
                    Graphics2D graphics = opaque.createGraphics();
                    graphics.drawImage(image, 0, 0, null);
                    graphics.dispose();
                    return opaque;
                });
    }
}
