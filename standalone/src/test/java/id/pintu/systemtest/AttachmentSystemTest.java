package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.offline.AgencyCliCommand;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** System test of attachments: uploaded, reported, seen by who may see them, there after a restart, and fetched for offline work. */
class AttachmentSystemTest {

    private static final ServicePorts PORTS = new ServicePorts(19_700);
    private static final String CITY = "D.33.74";
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static final JsonTestClient JSON = new JsonTestClient();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path directory;

    private static AllInOneServer server;

    @BeforeAll
    static void open() {
        server = start();
    }

    private static AllInOneServer start() {
        return AllInOneServer.start(directory.resolve("data"), PORTS, InstantSource.system(), Map.of());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void attachmentsAreSeenByTheReporterAndTheResponsibleInstitutionOnly() throws Exception {
        String photo = upload(photo());
        assertThat(upload(photo())).as("the same content").isEqualTo(photo);
        JsonNode receipt = JSON.post(
                        PORTS.intake() + "/v1/complaints",
                        Map.of(
                                "text",
                                "Jalan berlubang di Simpang Lima Semarang",
                                "wishedInstitution",
                                CITY,
                                "place",
                                Map.of("regionCode", "33.74"),
                                "attachments",
                                List.of(photo, upload(PDF))))
                .orElseThrow()
                .body();
        String number = receipt.path("trackingNumber").asString();
        String key = receipt.path("reporterKey").asString();
        String ofCity = PORTS.routing() + "/v1/agencies/" + CITY + "/complaints/" + number;
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            HttpResponse<byte[]> found = get(ofCity, "Authorization", "Bearer " + institution(CITY));
            return found.statusCode() == 200;
        });

        HttpResponse<byte[]> first = get(ofCity + "/attachments/1", "Authorization", "Bearer " + institution(CITY));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(first.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(get(ofCity + "/attachments/2", "Authorization", "Bearer " + institution(CITY))
                        .body())
                .isEqualTo(PDF);
        String ofProvince = ofCity.replace(CITY, "P.33") + "/attachments/1";
        assertThat(get(ofProvince, "Authorization", "Bearer " + institution("P.33"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(ofCity + "/attachments/1", "Authorization", "Bearer " + institution("P.33"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(ofCity + "/attachments/1").statusCode()).isEqualTo(401);

        String ofReporter = PORTS.intake() + "/v1/complaints/" + number + "/attachments/1";
        assertThat(get(ofReporter, "Reporter-Key", key).body()).isEqualTo(first.body());
        assertThat(get(ofReporter, "Reporter-Key", "x").statusCode()).isEqualTo(403);
        assertThat(get(ofReporter).statusCode()).isEqualTo(403);
        String ofDesk = PORTS.routing() + "/v1/desk/complaints/" + number + "/attachments/1";
        assertThat(get(ofDesk, "Authorization", "Bearer " + institution("DESK")).body())
                .isEqualTo(first.body());

        isFetchedForOfflineWork(number);

        server.close();
        server = start();
        assertThat(get(ofReporter, "Reporter-Key", key).body())
                .as("after a restart")
                .isEqualTo(first.body());
    }

    private static void isFetchedForOfflineWork(String number) throws IOException {
        Path keyFile = Files.writeString(directory.resolve("key"), institution(CITY));
        Path folder = directory.resolve("agency");
        assertThat(new CommandLine(new AgencyCliCommand())
                        .execute(
                                "--folder",
                                folder.toString(),
                                "--key-file",
                                keyFile.toString(),
                                "pull",
                                "--institution",
                                CITY,
                                "--server",
                                PORTS.routing()))
                .isZero();
        assertThat(folder.resolve("attachments").resolve(number).resolve("lampiran-2.pdf"))
                .hasBinaryContent(PDF);
    }

    @Test
    void aFileOfMoreThanTenMegabytesIsRefusedWhileItIsRead() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(URI.create(PORTS.intake() + "/v1/attachments"))
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArray(new byte[11 * 1024 * 1024])))
                .build();

        assertThat(HTTP.send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
        assertThat(JSON.post(PORTS.intake() + "/v1/complaints", Map.of("text", "Jalan", "attachments", List.of("x")))
                        .orElseThrow()
                        .text())
                .contains("attachments[0]");
    }

    private static String institution(String code) {
        return StoredInstitutionKey.clearText(new InstallationSecret(server.secret()), code, 1);
    }

    private static String upload(byte[] content) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(PORTS.intake() + "/v1/attachments"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return WireJsonMapper.MAPPER.readTree(response.body()).path("id").asString();
    }

    private static HttpResponse<byte[]> get(String address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Of more than one GridFS chunk. */
    private static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        java.util.Random noise = new Random(1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, noise.nextInt(0x1000000));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
