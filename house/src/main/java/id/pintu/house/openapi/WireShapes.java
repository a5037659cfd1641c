package id.pintu.house.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import id.pintu.events.WireJson;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * Shapes as our own JSON mapper writes them, where springdoc's, which is an older one, would guess: constants by their
 * wire names, and records inside others under a name that tells them apart ({@code DeskPage}, {@code RegistryPage}).
 */
final class WireShapes implements ModelConverter {

    static {
        // What a body is stands beside the body.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(MediaType.class);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
        Class<?> plain = java.getRawClass();
        if (plain == byte[].class) {
            return schema("string"); // a body in its own form, not in Base64
        }
        if (JsonNode.class.isAssignableFrom(plain)) {
            return schema("object");
        }
        if (plain.getName().startsWith("id.pintu.")) {
            if (plain.isEnum()) {
                return constants(plain);
            }
            if (plain.getEnclosingClass() != null && type.getName() == null) {
                type.name(plain.getEnclosingClass().getSimpleName().replace("Controller", "") + plain.getSimpleName());
            }
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static Schema<Object> schema(String type) {
        Schema<Object> schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private static Schema<Object> constants(Class<?> type) {
        Schema<Object> schema = schema("string");
        Arrays.stream(type.getEnumConstants())
                .map(constant -> WireJson.MAPPER.valueToTree(constant).asString())
                .forEach(schema::addEnumItemObject);
        return schema;
    }
}
