package id.pintu.portal.pages.inbox;

import id.pintu.portal.inbox.InboxList;
import id.pintu.portal.inbox.InboxListKeys;
import id.pintu.portal.institution.InboxQueryService.InboxSelection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * URL of an inbox's page: which list, and from where on.
 *
 * @param code of the institution
 * @param unit only what this unit has; empty for all
 * @param search what is searched for; empty to see the list
 * @param cursor of the page; empty for the first
 */
public record InboxPageAddress(String code, InboxList list, String unit, String search, String cursor) {

    /** Path of the choice of an institution; that of an inbox has its code behind it. */
    public static final String ROOT = "/instansi";

    private static final int MAX_TYPED = 200;

    /** As typed or linked: what is no list or no cursor is left out. */
    static InboxPageAddress of(String code, String list, String unit, String search, String cursor) {
        return new InboxPageAddress(
                code,
                InboxList.ofWireName(list).orElse(InboxList.OPEN),
                shortened(unit),
                shortened(search),
                InboxListKeys.isTurn(cursor) ? cursor : "");
    }

    private static String shortened(String typed) {
        String text = typed.strip();
        return text.length() > MAX_TYPED ? text.substring(0, MAX_TYPED) : text;
    }

    InboxPageAddress withList(InboxList other) {
        return new InboxPageAddress(code, other, unit, "", "");
    }

    InboxPageAddress withUnit(String other) {
        return new InboxPageAddress(code, list, other, search, "");
    }

    InboxPageAddress withCursor(String other) {
        return new InboxPageAddress(code, list, unit, search, other);
    }

    InboxSelection selection() {
        return new InboxSelection(list, unitName(), Optional.empty());
    }

    Optional<String> unitName() {
        return Optional.of(unit).filter(name -> !name.isEmpty());
    }

    String path() {
        return ROOT + "/" + code;
    }

    public String url(Locale locale) {
        Map<String, String> params = listParams();
        params.put("cari", search);
        params.put("sesudah", cursor);
        return url(path(), params, locale);
    }

    /** URL of a complaint, from which one goes on through the same list. */
    String caseUrl(String number, Locale locale) {
        return caseUrl(number, "", locale);
    }

    /**
     * URL of a complaint.
     *
     * @param news what was just done about it; may be empty
     */
    String caseUrl(String number, String news, Locale locale) {
        Map<String, String> params = listParams();
        params.put("kabar", news);
        return url(path() + "/" + number, params, locale);
    }

    /**
     * URL of the page with the institution's canned answers.
     *
     * @param news what was just done there; may be empty
     */
    String answersUrl(String news, Locale locale) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("kabar", news);
        return url(path() + "/jawaban-baku", params, locale);
    }

    private Map<String, String> listParams() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("daftar", list == InboxList.OPEN ? "" : list.wireName());
        params.put("unit", unit);
        return params;
    }

    private static String url(String path, Map<String, String> params, Locale locale) {
        params.put("lang", locale.getLanguage().equals("en") ? "en" : "");
        params.values().removeIf(String::isEmpty);
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        params.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(params).toUriString();
    }
}
