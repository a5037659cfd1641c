package id.pintu.routing.rules;

/** Enum of the levels of government, and kinds of companies, that an affair can belong to. */
public enum AffairLevel {
    PUSAT,
    BUMN,
    PROVINSI,
    KABKOTA,
    BUMD,
    DESA
}
