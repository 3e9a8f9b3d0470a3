package org.portevoix.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a database, as Connector/J writes it: {@code jdbc:mysql://host:port/schema?name=value}. */
record ConnectionUrl(String hosts, String schema, String parameters) {
    private static final Pattern SHAPE =
            Pattern.compile("(jdbc:mysql:[a-z+]*(?::[a-z]+:)?//[^/?]+)/([^?]+)(?:\\?(.*))?");

    /** What the site relies on, where the operator did not choose otherwise. */
    private static final Map<String, String> SITE = new LinkedHashMap<>();

    static {
        // Instants are kept in UTC, whatever the time zone of either machine.
        SITE.put("connectionTimeZone", "UTC");
        SITE.put("forceConnectionTimeZoneToSession", "true");
        SITE.put("preserveInstants", "true");
        SITE.put("tcpKeepAlive", "true");
        SITE.put("connectTimeout", "10000");
        SITE.put("useServerPrepStmts", "true");
        SITE.put("cachePrepStmts", "true");
        SITE.put("prepStmtCacheSize", "250");
        SITE.put("prepStmtCacheSqlLimit", "4096");
        SITE.put("rewriteBatchedStatements", "true");
        SITE.put("useLocalSessionState", "true");
        // Else each reading outside a transaction costs two statements more, which say that it is one.
        SITE.put("readOnlyPropagatesToServer", "false");
    }

    static ConnectionUrl of(String url) {
        Matcher matcher = SHAPE.matcher(url.strip());
        if (!matcher.matches()) {
            throw new Refusal("DATASOURCES_DEFAULT_URL doit avoir la forme jdbc:mysql://machine:3306/base"
                    + " (MariaDB aussi se nomme mysql ici).");
        }
        String parameters = matcher.group(3);
        return new ConnectionUrl(matcher.group(1), matcher.group(2), parameters == null ? "" : parameters);
    }

    /** For the site: the given parameters, then ours where they say nothing. */
    String forSite() {
        StringBuilder url = new StringBuilder(plain());
        SITE.forEach((name, value) -> {
            if (!("&" + parameters).contains("&" + name + "=")) {
                url.append(url.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return url.toString();
    }

    /** With the given parameters alone. */
    String plain() {
        return hosts + "/" + schema + query();
    }

    /** To the server, without a schema: an account that may see no table yet can still say its name. */
    String withoutSchema() {
        return hosts + "/" + query();
    }

    private String query() {
        return parameters.isEmpty() ? "" : "?" + parameters;
    }

    /** Hosts and schema: what can be shown on a console. */
    String name() {
        return hosts.substring(hosts.indexOf("//") + 2).replaceFirst(".*@", "") + "/" + schema;
    }
}
