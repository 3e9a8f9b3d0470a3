package org.portevoix.operation;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.aggregator.DefaultHealthAggregator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.runtime.ApplicationConfiguration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * /health: for anybody UP or DOWN; for the operator, first of all one line that says why. A feature that can be unwell is a Micronaut
 * {@code HealthIndicator} bean, with a {@link #REASON} among its details.
 */
final class Health extends DefaultHealthAggregator {
    /** The detail of an indicator that says in a French sentence how it is; never with anybody's words or name. */
    static final String REASON = "reason";
    /** The same of one that is up, and yet should be seen to. */
    static final String REMARK = "remark";

    Health(ApplicationConfiguration application) {
        super(application);
    }

    @Override
    protected Object aggregateDetails(List<HealthResult> results) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(REASON, reason(results));
        results.forEach(result -> details.put(result.getName(), buildResult(result)));
        return details;
    }

    private static Map<String, Object> buildResult(HealthResult result) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("status", result.getStatus().getName());
        if (result.getDetails() instanceof Map<?, ?> details) {
            details.forEach((name, value) -> shown.put(String.valueOf(name), value));
        }
        return shown;
    }

    private static String reason(List<HealthResult> results) {
        String unwell = results.stream()
                .filter(result -> !HealthStatus.UP.equals(result.getStatus()))
                .map(Health::reason)
                .collect(Collectors.joining(" "));
        String remarks = results.stream()
                .flatMap(result -> detail(result, REMARK).stream())
                .collect(Collectors.joining(" "));
        return ((unwell.isEmpty() && remarks.isEmpty() ? "Tout va bien." : unwell) + " " + remarks).strip();
    }

    private static String reason(HealthResult result) {
        return detail(result, REASON)
                .orElseGet(() -> result.getName() + " : " + result.getStatus().getName() + ".");
    }

    private static Optional<String> detail(HealthResult result, String name) {
        return result.getDetails() instanceof Map<?, ?> details
                ? Optional.ofNullable(details.get(name)).map(String::valueOf)
                : Optional.empty();
    }
}
