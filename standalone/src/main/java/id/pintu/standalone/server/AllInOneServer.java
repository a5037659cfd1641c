package id.pintu.standalone.server;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.standalone.brokeraccess.InstitutionLoginReader;
import id.pintu.support.keys.InstallationSecret;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * All services, the broker and the store in this JVM, running from {@link #start} to {@link #close}. Each
 * {@link ServiceDefinition} is a separate Spring application that calls the others over HTTP and Kafka only.
 */
public final class AllInOneServer implements AutoCloseable {

    /** Setting of the services, and of the server: whether to drop all documents and rebuild them from the ledger. */
    public static final String REBUILD = "pintu.rebuild-at-start";

    private final ServicePorts ports;
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private @Nullable KafkaClients clients;
    private String secret = "";

    private AllInOneServer(ServicePorts ports) {
        this.ports = ports;
    }

    /**
     * Starts everything and returns when every service is ready.
     *
     * @param data directory for all data
     * @param clock clock of every service
     * @param overrides Spring properties that override those of every service; with {@link #REBUILD} the server starts
     *     without the documents that it has
     * @throws CommandLineException when the directory or a port is in use
     */
    public static AllInOneServer start(
            Path data, ServicePorts ports, InstantSource clock, Map<String, String> overrides) {
        configureLogging();
        AllInOneServer server = new AllInOneServer(ports);
        try {
            DataDirectory directory = server.closeOnShutdown(DataDirectory.open(data));
            ports.requireFree();
            StoredDocuments documents = StoredDocuments.open(
                    directory.documents(),
                    EmbeddedBroker.identity(directory.broker()),
                    Boolean.parseBoolean(overrides.get(REBUILD)));
            EmbeddedMongoServer store =
                    server.closeOnShutdown(EmbeddedMongoServer.start(documents.backend(), ports.mongo()));
            server.secret = directory.secret();
            InstallationSecret secret = new InstallationSecret(server.secret);
            EmbeddedBroker broker =
                    server.closeOnShutdown(EmbeddedBroker.start(directory.broker(), ports.broker(), secret));
            server.clients = broker.clients();
            Map<String, String> settings = settings(broker, store, ports, server.secret);
            settings.put(
                    "pintu.intake.attachments.directory",
                    directory.attachments().toString());
            settings.putAll(overrides);
            settings.put(REBUILD, String.valueOf(!documents.isComplete()));
            server.startServices(settings, secret, clock);
            server.closeOnShutdown(
                    InstitutionLoginReader.start(broker.clients(), OperatorAuthorization.secrets(server.secret)));
            documents.markComplete();
            return server;
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    /** Addresses of services and broker, by name. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (ServiceDefinition service : ServiceDefinition.values()) {
            addresses.put(service.serviceName(), ports.url(service));
        }
        addresses.put("broker", ports.bootstrapServers());
        return addresses;
    }

    /** Clients of the broker's operator, who may do everything. */
    public KafkaClients clients() {
        return Objects.requireNonNull(clients, "not started");
    }

    /** Installation secret, property {@code pintu.secret}. */
    public String secret() {
        return secret;
    }

    /**
     * Closes the services, so that none loses what it still uses, then the broker, then the store: what the store has, the
     * ledger on the disk has.
     */
    @Override
    public synchronized void close() {
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                System.err.println("error while closing: " + e);
            }
        }
    }

    private <T extends AutoCloseable> T closeOnShutdown(T resource) {
        resources.push(resource);
        return resource;
    }

    private void startServices(Map<String, String> settings, InstallationSecret secret, InstantSource clock) {
        List<ConfigurableApplicationContext> contexts = new ArrayList<>();
        closeOnShutdown(() -> inParallel(
                contexts.stream().<Runnable>map(service -> service::close).toList()));
        inParallel(Arrays.stream(ServiceDefinition.values())
                .<Runnable>map(service -> () -> {
                    ConfigurableApplicationContext context = run(service, settings, secret, clock);
                    synchronized (contexts) {
                        contexts.add(context);
                    }
                })
                .toList());
    }

    private ConfigurableApplicationContext run(
            ServiceDefinition service, Map<String, String> settings, InstallationSecret secret, InstantSource clock) {
        List<String> arguments = new ArrayList<>();
        BrokerLogin.service(service.serviceName(), secret)
                .springProperties()
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--spring.config.name=" + service.serviceName() + "-service");
        arguments.add("--server.port=" + ports.portOf(service));
        return new SpringApplicationBuilder(service.application())
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
                .run(arguments.toArray(String[]::new));
    }

    private static Map<String, String> settings(
            EmbeddedBroker broker, EmbeddedMongoServer store, ServicePorts ports, String secret) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("spring.mongodb.uri", store.uri());
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        // One class path: every service has Thymeleaf, but only the portal has templates.
        settings.put("spring.thymeleaf.check-template-location", "false");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(ports.mail()));
        settings.put("pintu.instance", "standalone");
        settings.put("pintu.secret", secret);
        settings.put("pintu.notification.portal", ports.portal());
        settings.put("pintu.account.issuer", ports.accounts());
        settings.put(
                "pintu.account.portals",
                "http://localhost:%1$d,http://127.0.0.1:%1$d".formatted(ports.portOf(ServiceDefinition.PORTAL)));
        for (ServiceDefinition service : ServiceDefinition.values()) {
            settings.put("pintu." + service.serviceName() + ".url", ports.url(service));
        }
        return settings;
    }

    /** Disables Spring Boot's logging set-up, which six applications would each repeat; logback.xml alone applies. */
    private static void configureLogging() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Runs all tasks and waits for all, also when one fails. */
    private static void inParallel(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(task, threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
