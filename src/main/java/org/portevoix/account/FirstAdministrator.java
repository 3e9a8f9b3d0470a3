package org.portevoix.account;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.web.SiteSettings;
import org.portevoix.web.StartupStep;

/** While nobody administers the site: makes the administrator that the operator named, or prints a link to make one. */
@Singleton
public class FirstAdministrator implements StartupStep {

    private final Accounts accounts;
    private final Messages messages;
    private final SiteSettings settings;
    private final BeanProvider<EmbeddedServer> server;
    private final String email;
    private final String password;

    FirstAdministrator(
            Accounts accounts,
            Messages messages,
            SiteSettings settings,
            BeanProvider<EmbeddedServer> server,
            @Value("${portevoix.admin-email:}") String email,
            @Value("${portevoix.admin-password:}") String password) {
        this.accounts = accounts;
        this.messages = messages;
        this.settings = settings;
        this.server = server;
        this.email = email;
        this.password = password;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void run(Consumer<String> say) {
        prepare(settings.url()
                        .map(Object::toString)
                        .orElseGet(() -> "http://localhost:" + server.get().getPort()))
                .forEach(say);
    }

    /** The lines to print on the operator's console; none when somebody administers the site already. */
    public List<String> prepare(String baseUrl) {
        if (accounts.hasAdministrator()) {
            return List.of();
        }
        if (email.isBlank() || password.isEmpty()) {
            return List.of("Pour créer le compte de l'équipe (lien valable une fois, 48 heures) : " + link(baseUrl));
        }
        Optional<String> fault = accounts.createFirstAdministrator(email, email, password);
        return fault.map(key -> List.of(
                        "PORTEVOIX_ADMIN_EMAIL et PORTEVOIX_ADMIN_PASSWORD n'ont pas pu servir : "
                                + messages.say(Language.SOURCE, key),
                        "Lien pour créer ce compte (valable une fois, 48 heures) : " + link(baseUrl)))
                .orElseGet(
                        () -> List.of("Compte de l'équipe créé : connectez-vous sur " + baseUrl + SignInPages.ADDRESS));
    }

    private String link(String baseUrl) {
        return baseUrl + "/equipe/mot-de-passe/" + accounts.linkForFirstAdministrator();
    }
}
