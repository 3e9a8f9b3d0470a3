package org.portevoix.account;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the desk that the filter found, so after it. */
@Singleton
class DeskBinder implements TypedRequestArgumentBinder<Desk>, PostponedRequestArgumentBinder<Desk> {

    private static final Argument<Desk> TYPE = Argument.of(Desk.class);

    @Override
    public Argument<Desk> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Desk> bind(ArgumentConversionContext<Desk> context, HttpRequest<?> request) {
        return () -> Optional.of(Desk.of(request));
    }
}
