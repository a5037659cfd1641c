package id.pintu.support.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.support.keys.InstallationSecrets;
import org.junit.jupiter.api.Test;

class EmailConfirmationCodesTest {

    private static final String OLD = "the former secret, thirty-two characters";
    private static final String NEW = "the present secret, thirty-two characters";
    private static final ComplaintId ID = ComplaintId.of(new byte[8]);
    private static final ComplaintId OTHER = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

    private final EmailConfirmationCodes codes = new EmailConfirmationCodes(InstallationSecrets.of(NEW, OLD));

    @Test
    void aCodeConfirmsOneAddressOfOneComplaint() {
        String code = codes.codeFor(ID, "siti@example.org");
        String proof = codes.proofIn(code, ID).orElseThrow();

        assertThat(code).hasSize(48).matches("[0-9a-f]+");
        assertThat(codes.confirms(proof, ID, "siti@example.org")).isTrue();
        assertThat(codes.confirms(proof, ID, "other@example.org")).isFalse();
        assertThat(codes.confirms(proof, OTHER, "siti@example.org")).isFalse();
        assertThat(codes.proofIn(code, OTHER)).isEmpty();
    }

    @Test
    void aGuessedCodeIsNone() {
        String code = codes.codeFor(ID, "siti@example.org");

        assertThat(codes.proofIn("0".repeat(48), ID)).isEmpty();
        assertThat(codes.proofIn("", ID)).isEmpty();
        assertThat(codes.proofIn("0".repeat(24) + code.substring(24), ID)).isEmpty();
        assertThat(codes.proofIn(code + "0", ID)).isEmpty();
    }

    @Test
    void aCodeOfAPreviousSecretWorksWhileItIsListed() {
        String code = new EmailConfirmationCodes(InstallationSecrets.of(OLD)).codeFor(ID, "siti@example.org");

        assertThat(codes.proofIn(code, ID).filter(proof -> codes.confirms(proof, ID, "siti@example.org")))
                .isPresent();
        assertThat(new EmailConfirmationCodes(InstallationSecrets.of(NEW)).proofIn(code, ID))
                .isEmpty();
    }
}
