package id.pintu.account.signin;

/** Constant holder for the paths of signing in. */
public final class SignInAddress {

    public static final String PASSWORD = "/masuk";
    public static final String CODE = "/masuk/kode";
    public static final String SIGN_OUT = "/keluar";
    public static final String ACCOUNT = "/akun";
    public static final String OFFICERS = "/akun/petugas";
    public static final String SET_UP = "/penyiapan";
    public static final String INVITATION = "/undangan";
    public static final String FORGOTTEN = "/lupa-sandi";
    public static final String RESET = "/atur-ulang";

    private SignInAddress() {}
}
