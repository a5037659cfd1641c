package id.pintu.portal.oversight;

/**
 * Institution of the registry as oversight sees it.
 *
 * @param code such as {@code D.33.74}
 * @param connected whether it has a team by decree (SK Tim) and takes reports
 */
public record SupervisedInstitution(String code, String name, boolean connected) {

    private static final String GOVERNMENT = "Pemerintah ";

    /** Its name without the word for government, where that of a kabupaten or kota follows it. */
    public String shortName() {
        return code.startsWith("D.") && name.startsWith(GOVERNMENT) ? name.substring(GOVERNMENT.length()) : name;
    }

    /** Digits of its province, of the provincial government too; empty for an institution of the nation. */
    public String province() {
        return provinceOf(code);
    }

    /** Whether it governs a province. */
    public boolean isProvince() {
        return code.matches("P\\.\\d\\d");
    }

    static String provinceOf(String code) {
        return code.matches("[DP]\\.\\d\\d(\\..*)?") ? code.substring(2, 4) : "";
    }
}
