package id.pintu.account.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of what can be a password, and an e-mail address. */
class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({
        "pendek, short",
        "elevenchars, short",
        "sari.wulan punya rahasia, known",
        "SARI.WULAN punya rahasia, known",
        "aaaaaaaaaaaaaaaa, known",
        "'kuda baterai staples benar', ''",
        "twelve chars, ''"
    })
    void aPasswordIsLongAndNotKnownToOthers(String password, String refusal) {
        assertThat(PasswordRules.refusal(password, "sari.wulan@x.example").orElse(""))
                .isEqualTo(refusal);
    }

    @Test
    void aPasswordThatTakesLongToHashIsRefused() {
        assertThat(PasswordRules.refusal("kuda ".repeat(30), "a@x.example")).hasValue("long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@x.example", " sari.wulan+lapor@kota.semarang.go.id "})
    void acceptsAddresses(String address) {
        assertThat(EmailAddressRule.accepts(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@x",
                "a@@x.example",
                "a b@x.example",
                "a@x.example,b@x.example",
                "<a@x.example>",
                "a@x.example\r\nBcc: b@x.example"
            })
    void refusesWhatIsNoAddressOrSeveral(String address) {
        assertThat(EmailAddressRule.accepts(address)).isFalse();
    }
}
