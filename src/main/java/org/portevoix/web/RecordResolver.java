package org.portevoix.web;

import com.github.jknack.handlebars.ValueResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What templates read of a record: its components and its questions, which are methods without parameters. */
enum RecordResolver implements ValueResolver {
    INSTANCE;

    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 0
                            && method.getReturnType() != void.class
                            && !Modifier.isStatic(method.getModifiers())
                            && !Modifier.isPrivate(method.getModifiers())
                            && !method.isSynthetic())
                    .peek(method -> method.setAccessible(true))
                    .collect(Collectors.toMap(Method::getName, Function.identity()));
        }
    };

    @Override
    public @Nullable Object resolve(Object context, String name) {
        Method method =
                context instanceof Record ? METHODS.get(context.getClass()).get(name) : null;
        if (method == null) {
            return UNRESOLVED;
        }
        try {
            return method.invoke(context);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("A template asked " + name + " of " + context.getClass(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object resolve(Object context) {
        return UNRESOLVED;
    }

    @Override
    public Set<Map.Entry<String, Object>> propertySet(Object context) {
        return Set.of();
    }
}
