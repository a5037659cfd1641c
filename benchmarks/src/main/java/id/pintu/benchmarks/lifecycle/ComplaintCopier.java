package id.pintu.benchmarks.lifecycle;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.HighWatermarks;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.server.CommittedTopicReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Fills a ledger with copies of the complaints that are in it, each with ids of its own; the services must not run. The
 * committed offsets of all groups are set to the new end, so that the services fold the copies and decide nothing about them.
 */
final class ComplaintCopier {

    private static final Pattern IDS = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");

    private final KafkaClients clients;

    ComplaintCopier(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * Copies until there are so many complaints.
     *
     * @return the number of events written
     */
    long copyUpTo(int complaints) throws Exception {
        List<List<TemplateRecord>> templates = templates();
        long written = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                clients.producer(Map.of("linger.ms", 20, "batch.size", 262_144, "compression.type", "lz4"))) {
            for (int copy = templates.size(); copy < complaints; copy++) {
                int number = copy;
                List<TemplateRecord> template = templates.get(copy % templates.size());
                template.forEach(record -> send(producer, record.copy(number)));
                written += template.size();
            }
        }
        setCommittedOffsetsToEnd();
        return written;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing the producer waits for all
    private static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    /** The records of each complaint, in their order. */
    private List<List<TemplateRecord>> templates() {
        Map<String, List<TemplateRecord>> byComplaint = new LinkedHashMap<>();
        CommittedTopicReader.readAll(
                clients,
                TopicNames.COMPLAINTS::equals,
                record -> byComplaint
                        .computeIfAbsent(text(record.key()), id -> new ArrayList<>())
                        .add(TemplateRecord.of(record)));
        return List.copyOf(byComplaint.values());
    }

    private void setCommittedOffsetsToEnd() throws Exception {
        try (Admin admin = clients.admin();
                KafkaConsumer<byte[], byte[]> consumer = clients.readCommittedConsumer(Map.of())) {
            Map<TopicPartition, OffsetAndMetadata> ends = new LinkedHashMap<>();
            HighWatermarks.of(admin, AssignedPartitions.partitions(consumer, TopicNames.COMPLAINTS))
                    .forEach((partition, offset) -> ends.put(partition, new OffsetAndMetadata(offset)));
            for (var group : admin.listGroups().all().get()) {
                boolean readsLedger = admin
                        .listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .keySet()
                        .stream()
                        .anyMatch(ends::containsKey);
                if (readsLedger) {
                    setCommittedOffsets(admin, group.groupId(), ends);
                }
            }
        }
    }

    /** Waits until the group has no members: those of a server that was stopped stay until their session ends. */
    private static void setCommittedOffsets(Admin admin, String group, Map<TopicPartition, OffsetAndMetadata> offsets)
            throws Exception {
        while (hasMembers(admin, group)) {
            Thread.sleep(500);
        }
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }

    private static boolean hasMembers(Admin admin, String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .anyMatch(described -> !described.members().isEmpty());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Id of a copy: the same for the same original, wherever it stands. */
    private static String idOfCopy(String original, int copy) {
        byte[] name = (original + "/" + copy).getBytes(StandardCharsets.UTF_8);
        UUID derived = UUID.nameUUIDFromBytes(name);
        return original.length() == derived.toString().length()
                ? derived.toString()
                : ComplaintId.of(ByteBuffer.allocate(Long.BYTES)
                                .putLong(derived.getMostSignificantBits())
                                .array())
                        .value();
    }

    /** Text between ids, and the ids. */
    private record TemplateText(List<String> literals, List<String> ids) {

        static TemplateText of(byte[] bytes) {
            List<String> literals = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            String text = text(bytes);
            Matcher matcher = IDS.matcher(text);
            int end = 0;
            while (matcher.find()) {
                literals.add(text.substring(end, matcher.start()));
                ids.add(matcher.group());
                end = matcher.end();
            }
            literals.add(text.substring(end));
            return new TemplateText(literals, ids);
        }

        byte[] copy(int number) {
            StringBuilder copy = new StringBuilder(literals.getFirst());
            for (int i = 0; i < ids.size(); i++) {
                copy.append(idOfCopy(ids.get(i), number)).append(literals.get(i + 1));
            }
            return copy.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private record TemplateRecord(TemplateText key, TemplateText value, Map<String, TemplateText> headers) {

        static TemplateRecord of(ConsumerRecord<byte[], byte[]> record) {
            Map<String, TemplateText> headers = new LinkedHashMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), TemplateText.of(header.value()));
            }
            return new TemplateRecord(TemplateText.of(record.key()), TemplateText.of(record.value()), headers);
        }

        ProducerRecord<byte[], byte[]> copy(int number) {
            ProducerRecord<byte[], byte[]> copy =
                    new ProducerRecord<>(TopicNames.COMPLAINTS, key.copy(number), value.copy(number));
            headers.forEach((name, content) -> copy.headers().add(name, content.copy(number)));
            return copy;
        }
    }
}
