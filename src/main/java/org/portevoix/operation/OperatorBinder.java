package org.portevoix.operation;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;

/** Tells /health, which shows its details to whoever is known, that the token's bearer is. */
@Singleton
final class OperatorBinder implements TypedRequestArgumentBinder<Principal> {
    private static final Principal OPERATOR = () -> "operator";

    private final OperatorToken token;

    OperatorBinder(OperatorToken token) {
        this.token = token;
    }

    @Override
    public Argument<Principal> argumentType() {
        return Argument.of(Principal.class);
    }

    @Override
    public BindingResult<Principal> bind(ArgumentConversionContext<Principal> context, HttpRequest<?> request) {
        return token.isGivenBy(request) ? () -> Optional.of(OPERATOR) : BindingResult.unsatisfied();
    }
}
