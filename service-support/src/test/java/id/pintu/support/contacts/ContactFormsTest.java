package id.pintu.support.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08110000001",
                "628110000001",
                "+628110000001",
                "+62 811-0000-001",
                "00628110000001",
                "0062 811 0000 001",
                "0811.0000.001",
                "(0811) 0000 001",
                "\u202a+62\u00a0811\u20110000\u2011001\u202c",
            })
    void oneTelephoneHasOneForm(String typed) {
        assertThat(TelephoneNumber.parse(typed)).contains(new TelephoneNumber("+628110000001", true));
    }

    @ParameterizedTest
    @CsvSource({
        "(021) 5550001,    +62215550001,  false",
        "021-5550001,      +62215550001,  false",
        "+1 415 555 2671,  +14155552671,  true",
        "+44 20 7946 0958, +442079460958, false",
    })
    void tellsLandlinesAndOtherCountries(String typed, String value, boolean receivesSms) {
        assertThat(TelephoneNumber.parse(typed)).contains(new TelephoneNumber(value, receivesSms));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "000000",
                "1708",
                "12345",
                "0812",
                "+999",
                "siti",
                "0811 CALL ME",
                "+62812345678901234567890",
                "0811-0000-001 ext 5",
                "+620001234567",
                "08110000001;x=1",
                "08110000001,08110000002"
            })
    void whatNobodyCanCallIsNoTelephoneNumber(String typed) {
        assertThat(TelephoneNumber.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "siti@example.org,                     siti@example.org",
        "' Siti@EXAMPLE.Org ',                 Siti@example.org",
        "siti.rahayu+lapor@sub.example.co.id,  siti.rahayu+lapor@sub.example.co.id",
        "siti@münchen.example,                 siti@xn--mnchen-3ya.example",
    })
    void oneAddressHasOneForm(String typed, String value) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "siti",
                "root@localhost",
                "siti@",
                "@example.org",
                "siti@example.",
                "siti@.org",
                "siti@[127.0.0.1]",
                "siti@127.0.0.1",
                "siti@example.org, budi@example.org",
                "\"siti\"@example.org",
                "a b@example.org",
                "siti@exa_mple.org",
                "siti..r@example.org",
                "Siti <siti@example.org>",
                "siti@example.org\nBcc: x@y.org"
            })
    void whatNoOtherServerReceivesIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void anAddressIsAtMost254Characters() {
        assertThat(EmailAddress.parse("s@" + "x.".repeat(122) + "example")).isPresent();
        assertThat(EmailAddress.parse("s@" + "x.".repeat(123) + "example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Siti",
                "Siti Rahayu",
                "Drs. H. Abdul Ma'ruf, S.Pd., M.Si.",
                "A.Md.Kep",
                "Jean-Luc",
                "O\u2019Brien",
                "I Gusti Ngurah",
                "ꦱꦶꦠꦶ",
                "Đặng Thị",
                "李小龙",
                "محمد"
            })
    void namesOfEveryScriptAreNames(String typed) {
        assertThat(PersonName.parse(typed)).contains(new PersonName(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Klik http://evil.example",
                "evil.example",
                "Klik evil.example sekarang",
                "www evil",
                "siti@example.org",
                "Siti 08110000001",
                "<b>Siti</b>",
                "Siti\nBcc",
                "...",
                "",
                "a:b",
                "Siti!",
                "bit.ly/x"
            })
    void whatCouldBeALinkOrAMessageIsNoName(String typed) {
        assertThat(PersonName.parse(typed)).isEmpty();
    }

    @Test
    void aNameIsAtMost100CharactersWithoutInvisibleOnes() {
        assertThat(PersonName.parse("x".repeat(100))).isPresent();
        assertThat(PersonName.parse("x".repeat(101))).isEmpty();
        assertThat(PersonName.parse("\u202eSiti\u202c  Rahayu ")).contains(new PersonName("Siti Rahayu"));
    }

    @Test
    void noneShowsItsValueInALogLine() {
        assertThat(TelephoneNumber.parse("08110000001").toString()).doesNotContain("811");
        assertThat(EmailAddress.parse("siti@example.org").toString()).doesNotContain("siti");
        assertThat(PersonName.parse("Siti").toString()).doesNotContain("Siti");
    }
}
