package org.portevoix.account;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.portevoix.web.FormBody;

/** The pages before the door: signing in, and what was typed by somebody whose session ended meanwhile. */
@Singleton
class SignInPages {

    static final String ADDRESS = "/equipe/connexion";

    private static final Pattern OF_THE_DESK =
            Pattern.compile("/equipe(/[A-Za-z0-9_.~-]+)*/?(\\?[A-Za-z0-9_=&.%~-]*)?");

    /** What is shorter than that was not typed, or is soon typed again. */
    private static final int WORTH_KEEPING = 20;

    private final DeskPages pages;

    SignInPages(DeskPages pages) {
        this.pages = pages;
    }

    /** The sign-in page from which one comes back to the page asked for. */
    static String addressBefore(HttpRequest<?> request) {
        String asked = request.getUri().toString();
        boolean comesBack = request.getMethod() == HttpMethod.GET && !asked.equals("/equipe") && isOfTheDesk(asked);
        return comesBack ? ADDRESS + "?vers=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) : ADDRESS;
    }

    /** The page to go to after signing in: one of the desk's, whatever was asked. */
    static String target(String asked) {
        return isOfTheDesk(asked) ? asked : "/equipe";
    }

    HttpResponse<String> show(HttpStatus status, String email, String target, String error, String done) {
        return pages.show(
                status,
                "account/sign_in",
                "account.desk.sign_in.title",
                new SignIn(email, target(target), error, done));
    }

    /** For a form sent after the session ended: the words that were typed, to copy before signing in again. */
    HttpResponse<String> signedOut(FormBody form) {
        List<String> words = form.values().entrySet().stream()
                .filter(field ->
                        !field.getKey().equals("csrf") && !field.getKey().contains("password"))
                .flatMap(field -> field.getValue().stream())
                .filter(value -> value.length() > WORTH_KEEPING)
                .toList();
        return pages.show(
                HttpStatus.UNAUTHORIZED, "account/signed_out", "account.desk.signed_out.title", new SignedOut(words));
    }

    private static boolean isOfTheDesk(String path) {
        return OF_THE_DESK.matcher(path).matches();
    }

    /** @param error key of what was wrong, or ""; done: key of what was just done, or "" */
    record SignIn(String email, String target, String error, String done) {}

    record SignedOut(List<String> words) {}
}
