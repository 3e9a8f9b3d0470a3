package org.portevoix.seal;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * So that no act can be forgotten: on a connection that serves an act of the desk, nothing that changed a row is committed without a line
 * of the log in the same commit. All other connections, those of residents, are given as they are.
 */
@Singleton
// Before Micronaut's own, which gives each thread the connection of its transaction and takes it from here.
@Order(Ordered.HIGHEST_PRECEDENCE)
class SealedConnections implements BeanCreatedEventListener<DataSource> {

    private static final Set<String> CHANGES =
            Set.of("executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch", "execute");

    private final Clock clock;

    SealedConnections(Clock clock) {
        this.clock = clock;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource source = event.getBean();
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = invoke(source, method, arguments);
                    return result instanceof Connection connection
                            ? DeskAct.present()
                                    .map(act -> sealed(connection, act))
                                    .orElse(connection)
                            : result;
                });
    }

    private Connection sealed(Connection connection, DeskAct act) {
        Served served = new Served(connection, act);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> served.call(method, arguments));
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** A connection while it serves an act. */
    private final class Served {
        private final Connection connection;
        private final DeskAct act;
        private boolean hasChanged;

        Served(Connection connection, DeskAct act) {
            this.connection = connection;
            this.act = act;
        }

        @Nullable
        Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("commit")) {
                commit();
                return null;
            }
            Object result = invoke(connection, method, arguments);
            if (method.getName().equals("rollback") && (arguments == null || arguments.length == 0)) {
                hasChanged = false;
            }
            return result instanceof Statement statement ? watched(statement) : result;
        }

        private Object watched(Statement statement) {
            Class<?> kind = statement instanceof java.sql.CallableStatement
                    ? java.sql.CallableStatement.class
                    : statement instanceof java.sql.PreparedStatement
                            ? java.sql.PreparedStatement.class
                            : Statement.class;
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                        if (!CHANGES.contains(method.getName())) {
                            return invoke(statement, method, arguments);
                        }
                        return connection.getAutoCommit()
                                ? together(statement, method, arguments)
                                : change(statement, method, arguments);
                    });
        }

        private @Nullable Object change(Statement statement, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            Object result = invoke(statement, method, arguments);
            hasChanged |= hasChanged(statement, result);
            return result;
        }

        /** A change without a transaction gets one, for its line to be in. */
        private @Nullable Object together(Statement statement, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            connection.setAutoCommit(false);
            try {
                Object result = change(statement, method, arguments);
                commit();
                return result;
            } catch (Throwable failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }

        private void commit() throws SQLException {
            boolean needsLine = hasChanged && !act.isSealed();
            hasChanged = false;
            if (needsLine) {
                Chain.append(connection, clock, List.of(act.deed()));
            }
            connection.commit();
            if (needsLine) {
                act.sealed(true);
            }
        }
    }

    private static boolean hasChanged(Statement statement, @Nullable Object result) throws SQLException {
        if (result == null) {
            return false;
        }
        return switch (result) {
            case Integer count -> count > 0;
            case Long count -> count > 0;
            case int[] counts -> Arrays.stream(counts).anyMatch(SealedConnections::isChange);
            case long[] counts -> Arrays.stream(counts).anyMatch(count -> isChange((int) count));
            case Boolean isResultSet -> !isResultSet && statement.getUpdateCount() > 0;
            default -> false;
        };
    }

    private static boolean isChange(int count) {
        return count > 0 || count == Statement.SUCCESS_NO_INFO;
    }
}
