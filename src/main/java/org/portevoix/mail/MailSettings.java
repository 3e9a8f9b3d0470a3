package org.portevoix.mail;

import io.micronaut.context.annotation.Value;
import io.micronaut.email.javamail.sender.JavaMailConfiguration;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.portevoix.web.SiteSettings;

/** What the operator set for mail: without a server, a sender and the site's public address, letters wait. */
@Singleton
public class MailSettings {

    private final Map<String, Object> properties;
    private final String host;
    private final String sender;
    private final SiteSettings site;

    MailSettings(
            JavaMailConfiguration configuration,
            @Value("${javamail.properties.mail.smtp.host:}") String host,
            @Value("${micronaut.email.from.email:}") String sender,
            SiteSettings site) {
        this.properties = Objects.requireNonNullElse(configuration.getProperties(), Map.of());
        this.host = host;
        this.sender = sender;
        this.site = site;
    }

    /** Names of the settings that are missing, as the operator writes them; none when letters can leave. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (host.isBlank()) {
            missing.add("JAVAMAIL_PROPERTIES_MAIL_SMTP_HOST");
        }
        if (sender.isBlank()) {
            missing.add("MICRONAUT_EMAIL_FROM_EMAIL");
        }
        if (site.url().isEmpty()) {
            missing.add("PORTEVOIX_URL");
        }
        return missing;
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** The public address of the site; only when complete. */
    URI url() {
        return site.url().orElseThrow();
    }

    /** Jakarta Mail's own. */
    Properties properties() {
        Properties all = new Properties();
        properties.forEach((name, value) -> all.setProperty(name, value.toString()));
        return all;
    }
}
