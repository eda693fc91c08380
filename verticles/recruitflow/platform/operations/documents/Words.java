package recruitflow.platform.operations.documents;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The text, or each text of the list, is one of these words; the API's schema lists them. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Words {

  /** The words, where no enum names them. */
  String[] value() default {};

  /** The enum whose constants are the words, in lower case. */
  Class<? extends Enum<?>> of() default None.class;

  /** No enum. */
  enum None {}
}
