package id.pintu.support.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import id.pintu.events.WireJsonMapper;
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
 * OpenAPI schema converter for types that Pintu's JSON mapper (Jackson 3) writes differently from springdoc's (Jackson 2):
 * enum constants by their wire names, bodies of bytes as strings, JSON trees as objects. Schema names are simple class names, which an
 * architecture test holds to be unique.
 */
final class WireSchemaConverter implements ModelConverter {

    static {
        // The media type is documented beside the body, not as a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(MediaType.class);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
        Class<?> plain = java.getRawClass();
        if (plain == byte[].class) {
            return schema("string"); // a body of another media type, not Base64
        }
        if (JsonNode.class.isAssignableFrom(plain)) {
            return schema("object");
        }
        if (plain.getName().startsWith("id.pintu.") && plain.isEnum()) {
            return constants(plain);
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
                .map(constant -> WireJsonMapper.MAPPER.valueToTree(constant).asString())
                .forEach(schema::addEnumItemObject);
        return schema;
    }
}
