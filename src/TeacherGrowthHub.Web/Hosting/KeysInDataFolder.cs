using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Keys of cookies and tokens lie with the data: a restart signs nobody out.</summary>
public sealed class KeysInDataFolder(DataFolder data, ILoggerFactory logging) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) =>
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(data.Folder("keys")), logging);
}
