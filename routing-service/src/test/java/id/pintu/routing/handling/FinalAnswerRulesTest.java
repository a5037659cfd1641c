package id.pintu.routing.handling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinalAnswerRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bukan wewenang kami.",
                "Terima kasih atas laporannya. Jalan tersebut bukan kewenangan Pemerintah Kota Semarang.",
                "Mohon maaf, hal itu di luar kewenangan kami. Silakan menghubungi Dinas PU Provinsi Jawa Tengah.",
                "Silakan hubungi PLN 123.",
                "Yth. Pelapor,\nsilahkan menghubungi PDAM. Terima kasih!",
                "Ruas itu merupakan kewenangan provinsi. Silakan lapor ke Dinas Bina Marga provinsi.",
                "This is not our responsibility, please contact the province.",
                "Please contact PLN. Thank you.",
                "BUKAN WEWENANG KAMI; SILAKAN HUBUNGI BPJN",
            })
    void refusesAnAnswerThatOnlyPointsElsewhere(String answer) {
        assertThat(FinalAnswerRules.pointsElsewhere(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lubang sudah ditambal pada 20 November.",
                "Meski bukan kewenangan kami, petugas telah memperbaiki: lubang sudah ditambal.",
                "Tiang itu bukan wewenang kami; kami sudah berkoordinasi dengan PLN dan tiang diganti kemarin.",
                "Syaratnya KTP dan KK asli. Silakan menghubungi loket 3 di kantor kelurahan.",
                "Permohonan Anda merupakan kewenangan kami. Kartu jadi dalam tiga hari.",
                "Pohon akan dipangkas besok. Bila belum, silakan hubungi kami lagi.",
                "It falls under our department, and the lamp was replaced today.",
                "Selesai",
                "Terima kasih.",
                "-",
            })
    void acceptsAnAnswerThatSaysWhatWasDoneOrMore(String answer) {
        assertThat(FinalAnswerRules.pointsElsewhere(answer)).isFalse();
    }
}
