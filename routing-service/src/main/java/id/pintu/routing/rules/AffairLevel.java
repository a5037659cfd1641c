package id.pintu.routing.rules;

/** The level of government, or the company, an affair belongs to. */
public enum AffairLevel {
    PUSAT,
    BUMN,
    PROVINSI,
    KABKOTA,
    BUMD,
    DESA
}
