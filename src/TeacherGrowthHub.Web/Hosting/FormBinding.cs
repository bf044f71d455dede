using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>How forms are read: what cannot be read is said in the page's language, and an empty field is an empty text.</summary>
public sealed class FormBinding(IStringLocalizer texts) : IConfigureOptions<MvcOptions>, IDisplayMetadataProvider
{
    private const int ShownLength = 40;

    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Unreadable(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Unreadable);
        messages.SetValueIsInvalidAccessor(Unreadable);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["这一栏的内容读不懂，请改正后再保存"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["这一栏的内容读不懂，请改正后再保存"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["请填写这一栏"]);
        options.ModelMetadataDetailsProviders.Add(this);
    }

    // Where a text may not be null, an empty field would otherwise bring one.
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string) && !MayBeNull(context.Key))
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }

    private static bool MayBeNull(ModelMetadataIdentity key)
    {
        var nullability = new NullabilityInfoContext();
        return key.PropertyInfo is { } property
            ? nullability.Create(property).WriteState == NullabilityState.Nullable
            : key.ParameterInfo is { } parameter && nullability.Create(parameter).WriteState == NullabilityState.Nullable;
    }

    private string Unreadable(string value) =>
        texts["“{0}”不是这一栏能填的内容，请改正后再保存", value.Length > ShownLength ? value[..ShownLength] + '…' : value];
}
