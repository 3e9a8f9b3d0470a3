package org.portevoix.seal;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which address of the desk is which act: seal/acts.txt. */
@Singleton
public class ActAddresses {

    private static final String FILE = "/seal/acts.txt";
    /** Of the contract the line has the number; a token must stay unknown. */
    private static final Set<String> UNTOLD = Set.of("contract", "token");

    private final Map<String, Known> known = read();

    /** The act that this request would be, of this account; empty for one that only reads, unless it reads a list of persons. */
    public Optional<Deed> of(HttpRequest<?> request, long accountId, @Nullable Long contractId) {
        Optional<UriRouteMatch<?, ?>> match = RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(route -> (UriRouteMatch<?, ?>) route);
        boolean isReading = !request.getMethod().permitsRequestBody();
        if (match.isEmpty()) {
            return Optional.empty();
        }
        String route = request.getMethodName() + " "
                + path(match.get().getRouteInfo().getUriMatchTemplate().toString());
        Known act = known.get(route);
        if (act == null && isReading) {
            return Optional.empty();
        }
        String subject = subject(route, match.get().getVariableValues());
        return Optional.of((act == null
                        ? Deed.of(Act.OTHER).about("address", coded(route.replaceAll("[{}]", "")))
                        : Deed.of(act.act()).about(act.subjectKind(), subject))
                .by(accountId)
                .in(contractId));
    }

    /** Of an address with its method, as {@code POST /equipe/{contract}/avis/{id}/decision}. */
    public Optional<Act> act(String route) {
        return Optional.ofNullable(known.get(route)).map(Known::act);
    }

    /** The address of a route without what follows a question mark, and without the kinds of its arguments. */
    public static String path(String template) {
        return template.replaceAll("\\{[?&][^}]*}", "").replaceAll("\\{(\\w+)[^}]*}", "{$1}");
    }

    /** In the order of the address. */
    private static String subject(String route, Map<String, Object> values) {
        return coded(java.util.regex.Pattern.compile("\\{(\\w+)}")
                .matcher(route)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !UNTOLD.contains(name))
                .map(name -> String.valueOf(Objects.requireNonNullElse(values.get(name), "")))
                .collect(Collectors.joining("/")));
    }

    private static String coded(String written) {
        return Deed.isCode(written) ? written : "?";
    }

    private static Map<String, Known> read() {
        try (InputStream file = Objects.requireNonNull(ActAddresses.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Known> known = new TreeMap<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split(" +"))
                    .forEach(line -> known.put(
                            line[0] + " " + line[1], new Known(Act.valueOf(line[2]), line.length > 3 ? line[3] : "")));
            return Map.copyOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Known(Act act, String subjectKind) {}
}
