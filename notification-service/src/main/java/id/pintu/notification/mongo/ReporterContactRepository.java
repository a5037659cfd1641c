package id.pintu.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.events.EmailConfirmation;
import id.pintu.events.ReporterContact;
import id.pintu.support.contacts.EmailConfirmationCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** MongoDB repository of contacts by complaint id: {@code {_id, name?, email?, phone?, emailConfirmed?}}; an erased one keeps its {@code _id}. */
public final class ReporterContactRepository {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> contacts;
    private final MongoCollection<Document> confirmations;
    private final EmailConfirmationCodes codes;

    public ReporterContactRepository(MongoDatabase database, EmailConfirmationCodes codes) {
        this.contacts = database.getCollection("reporters");
        this.confirmations = database.getCollection("email_confirmations");
        this.codes = codes;
    }

    /** Empty before the contact is consumed; {@link ReporterContact#NONE} after it was erased. */
    public Optional<ReporterContact> find(ComplaintId id) {
        return Optional.ofNullable(contacts.find(Filters.eq(id.value())).first())
                .map(found -> new ReporterContact(
                        Optional.ofNullable(found.getString("name")),
                        Optional.ofNullable(found.getString("email")),
                        Optional.ofNullable(found.getString("phone")),
                        Optional.ofNullable(found.getBoolean("emailConfirmed"))
                                .map(stated -> stated || isConfirmed(id, found.getString("email")))));
    }

    /** Stores the confirmation of an address; without one, a former confirmation is removed. */
    public void putConfirmation(ComplaintId id, Optional<EmailConfirmation> confirmation) {
        confirmation.ifPresentOrElse(
                given -> confirmations.replaceOne(
                        Filters.eq(id.value()), new Document("_id", id.value()).append("proof", given.proof()), UPSERT),
                () -> confirmations.deleteOne(Filters.eq(id.value())));
    }

    private boolean isConfirmed(ComplaintId id, @Nullable String email) {
        Document confirmation = confirmations.find(Filters.eq(id.value())).first();
        return email != null && confirmation != null && codes.confirms(confirmation.getString("proof"), id, email);
    }

    public void putAll(Map<ComplaintId, ReporterContact> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
        changed.forEach((id, contact) -> {
            Document document = new Document("_id", id.value());
            contact.name().ifPresent(name -> document.append("name", name));
            contact.email().ifPresent(email -> document.append("email", email));
            contact.phone().ifPresent(phone -> document.append("phone", phone));
            contact.emailConfirmed().ifPresent(confirmed -> document.append("emailConfirmed", confirmed));
            writes.add(new ReplaceOneModel<>(Filters.eq(id.value()), document, UPSERT));
        });
        if (!writes.isEmpty()) {
            contacts.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }
}
