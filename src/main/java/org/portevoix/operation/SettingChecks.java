package org.portevoix.operation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What the doctor looks at in the operator's settings, and in the site's own translations. */
final class SettingChecks {
    private static final int SHORTEST_TOKEN = 16;
    private static final int MAIL_PATIENCE_MS = 3_000;
    private static final List<String> LANGUAGES = List.of("en", "ar");

    private final Map<String, String> environment;

    SettingChecks(Map<String, String> environment) {
        this.environment = environment;
    }

    List<Finding> all() {
        return List.of(url(), proxies(), mail(), token(), translations());
    }

    private String setting(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private Finding url() {
        String url = setting("PORTEVOIX_URL");
        if (url.isEmpty()) {
            return Finding.remark(
                    "PORTEVOIX_URL n'est pas réglée : donnez l'adresse publique, https://…, avant d'ouvrir à tous.");
        }
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException unreadable) {
            return Finding.fault("PORTEVOIX_URL n'est pas une adresse : « " + url + " ».");
        }
        String host = Objects.requireNonNullElse(address.getHost(), "");
        if (host.isEmpty()) {
            return Finding.fault("PORTEVOIX_URL doit être une adresse entière, https://… : « " + url + " ».");
        }
        if ("https".equals(address.getScheme())) {
            return Finding.good("Adresse publique : " + url);
        }
        return host.equals("localhost")
                ? Finding.remark("Adresse publique : " + url + ", pour des essais sur cette machine seulement")
                : Finding.fault(
                        "PORTEVOIX_URL doit commencer par https:// : les mots de passe et les codes passeraient en clair.");
    }

    private Finding proxies() {
        String proxies = setting("PORTEVOIX_PROXIES");
        if (proxies.isEmpty()) {
            return setting("PORTEVOIX_URL").startsWith("https:")
                    ? Finding.fault(
                            "PORTEVOIX_PROXIES n'est pas réglée : donnez l'adresse du relais https (127.0.0.1 s'il est"
                                    + " sur cette machine), sinon tous les visiteurs n'en sont qu'un.")
                    : Finding.good("Pas de relais devant le site");
        }
        for (String proxy : proxies.split("[,\\s]+")) {
            try {
                InetAddress.ofLiteral(proxy);
            } catch (IllegalArgumentException name) {
                return Finding.fault("PORTEVOIX_PROXIES veut des adresses IP : « " + proxy + " » n'en est pas une.");
            }
        }
        return Finding.good("Relais crus : " + proxies);
    }

    private Finding mail() {
        String host = setting("JAVAMAIL_PROPERTIES_MAIL_SMTP_HOST");
        if (host.isEmpty()) {
            return Finding.remark(
                    "Pas de serveur de courriel (JAVAMAIL_PROPERTIES_MAIL_SMTP_HOST) : aucun courriel ne part.");
        }
        if (setting("MICRONAUT_EMAIL_FROM_EMAIL").isEmpty()) {
            return Finding.fault(
                    "MICRONAUT_EMAIL_FROM_EMAIL n'est pas réglée : donnez l'adresse qui écrit, sinon les courriels"
                            + " attendent.");
        }
        String port = setting("JAVAMAIL_PROPERTIES_MAIL_SMTP_PORT");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port.isEmpty() ? 25 : Integer.parseInt(port)), MAIL_PATIENCE_MS);
            return Finding.good("Serveur de courriel : " + host + " répond");
        } catch (IOException | IllegalArgumentException silent) {
            return Finding.fault("Le serveur de courriel " + host + (port.isEmpty() ? "" : ":" + port)
                    + " ne répond pas : vérifiez l'adresse et le port ; les courriels attendent.");
        }
    }

    private Finding token() {
        String token = setting("PORTEVOIX_METRICS_TOKEN");
        if (token.isEmpty()) {
            return Finding.remark("Pas de PORTEVOIX_METRICS_TOKEN : /prometheus est fermé.");
        }
        return token.length() < SHORTEST_TOKEN
                ? Finding.fault("PORTEVOIX_METRICS_TOKEN est trop court : " + SHORTEST_TOKEN + " signes au moins.")
                : Finding.good("Mesures ouvertes à qui donne PORTEVOIX_METRICS_TOKEN");
    }

    private static Finding translations() {
        Properties french = messages("fr");
        for (String language : LANGUAGES) {
            Properties other = messages(language);
            long missing = french.stringPropertyNames().stream()
                    .filter(key -> !key.contains(".desk.") && !other.containsKey(key))
                    .count();
            if (missing > 0) {
                return Finding.fault(
                        "Il manque " + missing + " messages en « " + language + " » : complétez translations/.");
            }
        }
        return Finding.good("Messages du site : fr, " + String.join(", ", LANGUAGES));
    }

    private static Properties messages(String language) {
        String file = "/i18n/messages_" + language + ".properties";
        Properties messages = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(SettingChecks.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            messages.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }
}
