package id.pintu.support.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataMaskerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NIK saya 3374011203900001, mohon dicek | NIK saya [NIK], mohon dicek",
                "NIK: 3374-0152-0390-0002. | NIK: [NIK].",
                "KTP 33.74.01.520390.0002 | KTP [NIK]",
                "KTP 337401 520390 0002 | KTP [NIK]",
                "hubungi 081234567890 ya | hubungi [telepon] ya",
                "WA 0812-3456-7890, cepat | WA [telepon], cepat",
                "hp:08110000001 | hp:[telepon]",
                "telp +62 811-0000-001 | telp [telepon]",
                "wa.me/6281234567890 | wa.me/[telepon]",
                "62 812 3456 7890 | [telepon]",
                "0811 0000 001 2 orang | [telepon] 2 orang",
                "kantor (021) 5550001 | kantor [telepon]",
                "kantor 024-8412345 tutup | kantor [telepon] tutup",
                "kantor 0274 512345 | kantor [telepon]",
                "siti.aminah@example.co.id mohon balas | [surel] mohon balas",
                "(budi_01@contoh.id) | ([surel])",
                "kartu 4111 1111 1111 1111 | kartu [kartu]",
                "kartu 5500005555555559 hilang | kartu [kartu] hilang",
                "ke 08123456789 atau a@b.id, NIK 3374011203900001 | ke [telepon] atau [surel], NIK [NIK]"
            })
    void masksPersonalData(String text, String masked) {
        assertThat(PersonalDataMasker.mask(text)).isEqualTo(masked);
        assertThat(PersonalDataMasker.mask(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rp 1.500.000.000 dan Rp81234567890",
                "Rp. 62.812.345.678 atau Rp 62.812.345.678,00",
                "biaya 62.812.345.678 rupiah",
                "sebesar 4.111.111.111.111.111 rupiah",
                "tanggal 02-11-2023, 02/11/2023, 2023-11-02, 02.11.2023",
                "pukul 08.15-16.30, jam 08:00 sampai 09:00",
                "tahun 2019-2020 2021-2022",
                "Jalan Pemuda No. 0812, RT 005/RW 011, 50132",
                "kode pos 50132-50139",
                "laporan K7QX-9D2M-4RTB-Z dan 5463421",
                "nomor 0812-3456-7890-1",
                "nomor laporan 1234567890123456",
                "NIP 198503302010011001",
                "id pelanggan 523041234567",
                "nomor 3374013503900001 dan 3374013213900001 bukan NIK",
                "nomor 4111111111111112",
                "titik -6.9812345,110.4123456",
                "harga @ 5000 per kg, 10.000 @ 3 hari",
                "UU 23/2014 pasal 0 ayat 21, SK 021/555/2020",
                "status 200 300 400 500 600"
            })
    void leavesEverythingElse(String text) {
        assertThat(PersonalDataMasker.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1 ", "a@", "08", "+62-"})
    void endsSoonOnLongHostileTexts(String piece) {
        assertThat(PersonalDataMasker.mask(piece.repeat(20_000 / piece.length())))
                .isNotEmpty();
    }
}
