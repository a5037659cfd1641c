package id.pintu.routing.book;

/** The level of government, or the company, an affair belongs to. */
public enum Level {
    PUSAT,
    BUMN,
    PROVINSI,
    KABKOTA,
    BUMD,
    DESA
}
