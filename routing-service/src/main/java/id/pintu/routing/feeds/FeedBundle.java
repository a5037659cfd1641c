package id.pintu.routing.feeds;

import id.pintu.events.WireJsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Part of an institution's feed as a signed file, to be carried to where there is no network. Gzip; lines of JSON: a
 * {@link BundleHeader}, the records as the feed over HTTP has them, and a signature of all lines before by the institution's key.
 *
 * @param records each as in {@link FeedPage#records()}
 */
public record FeedBundle(BundleHeader header, List<JsonNode> records) {

    /** Value of {@link BundleHeader#format()}. */
    public static final String FORMAT = "pintu-bundle/1";

    private static final String ALGORITHM = "HmacSHA256";

    public FeedBundle {
        records = List.copyOf(records);
    }

    /**
     * First line.
     *
     * @param after cursor that it begins at
     * @param next cursor that the next bundle begins at
     * @param more whether more was there already
     */
    public record BundleHeader(
            String format, String institution, String after, String next, boolean more, Instant createdAt) {}

    /** Last line: HMAC-SHA256 in base64, keyed by the institution's key, of the lines before with their line feeds. */
    private record BundleSignature(String signature) {}

    /** A file is no bundle, or not one of this institution's key, or it was changed. */
    public static final class InvalidBundleException extends IOException {

        private static final long serialVersionUID = 1L;

        InvalidBundleException(String why) {
            super(why);
        }
    }

    /** The file. */
    public byte[] write(String institutionKey) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        line(lines, WireJsonMapper.MAPPER.valueToTree(header));
        records.forEach(record -> line(lines, record));
        byte[] signed = lines.toByteArray();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(file)) {
            gzip.write(signed);
            gzip.write(WireJsonMapper.MAPPER.writeValueAsBytes(
                    new BundleSignature(Base64.getEncoder().encodeToString(sign(signed, institutionKey)))));
            gzip.write('\n');
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }

    private static void line(ByteArrayOutputStream lines, JsonNode json) {
        lines.writeBytes(WireJsonMapper.MAPPER.writeValueAsBytes(json));
        lines.write('\n');
    }

    /**
     * Reads a file, and checks its signature before anything of it is used.
     *
     * @throws InvalidBundleException when it is none, or was not signed with this key
     */
    public static FeedBundle read(InputStream file, String institutionKey) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidBundleException("The file is no bundle, or a part of one.");
        }
        if (lines.size() < 2) {
            throw new InvalidBundleException("The file is no bundle.");
        }
        try {
            String signature = WireJsonMapper.MAPPER
                    .readTree(lines.getLast())
                    .path("signature")
                    .asString();
            byte[] signed =
                    (String.join("\n", lines.subList(0, lines.size() - 1)) + "\n").getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(
                    sign(signed, institutionKey), Base64.getDecoder().decode(signature))) {
                throw new InvalidBundleException(
                        "The bundle was changed, or signed for another key: pull it again with the present key.");
            }
            BundleHeader header = WireJsonMapper.MAPPER.readValue(lines.getFirst(), BundleHeader.class);
            if (!FORMAT.equals(header.format())) {
                throw new InvalidBundleException("The bundle has another format than " + FORMAT + ".");
            }
            return new FeedBundle(
                    header,
                    lines.subList(1, lines.size() - 1).stream()
                            .map(WireJsonMapper.MAPPER::readTree)
                            .toList());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InvalidBundleException("The file is no bundle.");
        }
    }

    private static byte[] sign(byte[] content, String institutionKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(institutionKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
