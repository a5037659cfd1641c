package id.pintu.intake.http;

import id.pintu.events.IntakeChannel;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.ChannelKeyIndex;
import id.pintu.support.keys.ChannelKeyIssuer;
import id.pintu.support.keys.StoredChannelKey;
import id.pintu.support.keys.StoredChannelKey.ChannelKeyGrant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST controller by which the operator issues, lists and revokes the keys of channels such as an SMS gateway. */
@RestController
@RequestMapping("/v1/channel-keys")
class ChannelKeysController {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

    private final ChannelKeyIndex index;
    private final ChannelKeyIssuer issuer;

    ChannelKeysController(ChannelKeyIndex index, ChannelKeyIssuer issuer) {
        this.index = index;
        this.issuer = issuer;
    }

    /** Lists all keys, revoked ones included; never the keys themselves. */
    @GetMapping
    List<ChannelKeyView> list() {
        return index.entries()
                .map(each -> ChannelKeyView.of(each.getKey(), each.getValue()))
                .toList();
    }

    /** Issues a key and shows it, once; 409 when the name has one and it is not to be renewed. */
    @PostMapping("/{name}")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedChannelKey issue(@PathVariable String name, @Valid @RequestBody ChannelKeyForm form) {
        return new IssuedChannelKey(
                name,
                issuer.issue(requireValid(name), form.toGrant(), Boolean.TRUE.equals(form.renew()))
                        .orElseThrow(
                                () -> ProblemException.of(
                                        HttpStatus.CONFLICT,
                                        "channel-key-exists",
                                        "This name has a key already, which is not stored in clear; renew issues a new one and ends the old one.")));
    }

    /** Revokes a key: the next request with it is refused. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String name) {
        if (!issuer.revoke(requireValid(name))) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND, "no-such-channel-key", "There is no key of this name in use.");
        }
    }

    private static String requireValid(String name) {
        if (!NAME.matcher(name).matches()) {
            throw ProblemException.ofField("name", "has 1 to 50 lower-case letters, digits and hyphens");
        }
        return name;
    }

    /**
     * Request for a key.
     *
     * @param channels the channels it is for, such as {@code sms}
     * @param verifiesContacts whether its holder verifies e-mail addresses of reporters itself
     * @param requestsPerMinute quota; the default one without it
     * @param renew whether to replace a key that is in use
     */
    record ChannelKeyForm(
            @NotEmpty(message = "is required: at least one channel") @Nullable
            List<IntakeChannel> channels,

            @Nullable Boolean verifiesContacts,

            @Min(value = 1, message = "is 1 to 1000000") @Max(value = 1_000_000, message = "is 1 to 1000000") @Nullable
            Integer requestsPerMinute,

            @Nullable Boolean renew) {

        ChannelKeyGrant toGrant() {
            return new ChannelKeyGrant(
                    channels == null ? List.of() : channels,
                    Boolean.TRUE.equals(verifiesContacts),
                    Optional.ofNullable(requestsPerMinute));
        }
    }

    /** A key that was just issued; it is shown only here. */
    record IssuedChannelKey(String name, String key) {}

    /** Entry of the list. */
    record ChannelKeyView(
            String name,
            List<IntakeChannel> channels,
            boolean verifiesContacts,
            Optional<Integer> requestsPerMinute,
            int generation,
            boolean revoked) {

        static ChannelKeyView of(String name, StoredChannelKey key) {
            return new ChannelKeyView(
                    name,
                    key.grant().channels(),
                    key.grant().verifiesContacts(),
                    key.grant().requestsPerMinute(),
                    key.generation(),
                    key.revoked());
        }
    }
}
