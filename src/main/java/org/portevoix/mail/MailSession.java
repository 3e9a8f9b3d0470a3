package org.portevoix.mail;

import io.micronaut.context.annotation.Value;
import io.micronaut.email.javamail.sender.SessionProvider;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How the mail server is reached. Micronaut's own keeps one session for the whole JVM, whatever its settings, and asks for a password always. */
@Singleton
class MailSession implements SessionProvider {

    private final Session session;

    MailSession(
            MailSettings settings,
            @Value("${javamail.authentication.username:}") String username,
            @Value("${javamail.authentication.password:}") String password) {
        Properties properties = settings.properties();
        if (!username.isEmpty()) {
            properties.putIfAbsent(String.join(".", "mail", "smtp", "auth"), "true");
        }
        this.session = Session.getInstance(properties, username.isEmpty() ? null : login(username, password));
    }

    @Override
    public Session session() {
        return session;
    }

    private static @Nullable Authenticator login(String username, String password) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(username, password);
            }
        };
    }
}
