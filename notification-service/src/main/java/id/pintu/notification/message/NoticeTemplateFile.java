package id.pintu.notification.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mustache template file of one notice type, its parts under headings in brackets: {@code [subject]}, {@code [id]},
 * {@code [en]}, {@code [sms]}. A variable without a value is an error.
 */
final class NoticeTemplateFile {

    private static final Pattern PART =
            Pattern.compile("\\[(\\w+)]\\R(.*?)(?=^\\[\\w+]\\R|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(false);

    private final String name;
    private final Map<String, Template> parts = new HashMap<>();

    private NoticeTemplateFile(String name) {
        this.name = name;
    }

    static NoticeTemplateFile read(String name) {
        NoticeTemplateFile file = new NoticeTemplateFile(name);
        Matcher part = PART.matcher(resource(name));
        while (part.find()) {
            file.parts.put(part.group(1), MUSTACHE.compile(part.group(2)));
        }
        return file;
    }

    static Template readTemplate(String name) {
        return MUSTACHE.compile(resource(name));
    }

    String render(String part, Map<String, ?> facts) {
        Template template = parts.get(part);
        if (template == null) {
            throw new IllegalStateException(name + " has no part [" + part + "]");
        }
        return template.execute(facts).strip();
    }

    private static String resource(String name) {
        String path = "/notification/message/" + name + ".txt";
        try (InputStream in = NoticeTemplateFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no template at " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
