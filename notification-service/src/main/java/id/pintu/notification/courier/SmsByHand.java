package id.pintu.notification.courier;

import id.pintu.events.ContactChannel;
import id.pintu.notification.mongo.Outbox;
import id.pintu.notification.notice.Channel;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Delivery.Handed;
import id.pintu.notification.notice.Delivery.Refused;
import id.pintu.notification.notice.Notice;
import id.pintu.notification.notice.Reporter;
import id.pintu.notification.words.Words;

/** SMS until a provider is contracted: an operator sends what lies in the outbox, and ticks it off. */
public final class SmsByHand implements Channel {

    private final Outbox outbox;
    private final Words words;

    public SmsByHand(Outbox outbox, Words words) {
        this.outbox = outbox;
        this.words = words;
    }

    @Override
    public ContactChannel kind() {
        return ContactChannel.SMS;
    }

    @Override
    public Delivery deliver(Notice notice, Reporter reporter) {
        return reporter.phone().<Delivery>map(phone -> hand(notice, phone)).orElse(Refused.NO_ADDRESS);
    }

    private Handed hand(Notice notice, String phone) {
        outbox.put(Outbox.Message.of(notice, kind(), phone, words.sms(notice)));
        return new Handed();
    }
}
