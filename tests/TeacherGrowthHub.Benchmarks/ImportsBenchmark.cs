using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.Benchmarks;

/// <summary>A workbook of 20,000 new teachers with accounts: seconds of the dry run and of the writing, and the site's peak memory.</summary>
internal static partial class ImportsBenchmark
{
    private const int Rows = 20_000;
    private const string Organizations = "content-recipes/organizations.recipe.json";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-").FullName;
        using var site = await MeasuredSite.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = new Uri(site.Address), Timeout = TimeSpan.FromMinutes(10) };
        await SubmitAsync(client, "/account/signin", ("Login", "demo-city"), ("Password", MeasuredSite.DemoPassword));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"before: peak memory {site.PeakMegabytes:0} MB"));
        var workbook = Workbook([.. SchoolPaths()]);
        var address = "";
        foreach (var word in new[] { "dry run", "again, all read anew" })
        {
            var watch = Stopwatch.StartNew();
            address = await UploadAsync(client, workbook);
            await DoneAsync(client, address);
            Report($"{word}, {Rows} rows", watch, site);
        }
        var writing = Stopwatch.StartNew();
        await SubmitAsync(client, address + "?handler=Confirm");
        var page = await DoneAsync(client, address);
        Report("written, with accounts", writing, site);
        return page.Contains("is-ok", StringComparison.Ordinal) ? 0 : 1;
    }

    private static void Report(string what, Stopwatch watch, MeasuredSite site) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {watch.Elapsed.TotalSeconds:0.0} s, peak memory {site.PeakMegabytes:0} MB"
            )
        );

    // The page refreshes itself as long as there is work in hand.
    private static async Task<string> DoneAsync(HttpClient client, string address)
    {
        while (true)
        {
            var page = await client.GetStringAsync(address);
            if (!page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal))
                return page;
            await Task.Delay(Interval);
        }
    }

    private static async Task<string> UploadAsync(HttpClient client, byte[] workbook)
    {
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(Token().Match(await client.GetStringAsync("/admin/imports")).Groups["token"].Value),
                "__RequestVerificationToken"
            },
            { new StringContent("teachers"), "Kind" },
            { new ByteArrayContent(workbook), "File", "teachers.xlsx" },
        };
        var answer = await client.PostAsync("/admin/imports", form);
        return answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task SubmitAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(path.Split('?')[0])).Groups["token"].Value;
        var all = fields.ToDictionary(field => field.Name, field => field.Value);
        all["__RequestVerificationToken"] = token;
        (await client.PostAsync(path, new FormUrlEncodedContent(all))).EnsureSuccessStatusCode();
    }

    private static IEnumerable<string> SchoolPaths()
    {
        using var recipe = JsonDocument.Parse(File.ReadAllText(Organizations));
        return
        [
            .. recipe
                .RootElement.GetProperty("steps")[0]
                .GetProperty("Organizations")
                .EnumerateArray()
                .Where(item => item.GetProperty("Kind").GetString() == "School")
                .Select(item => item.GetProperty("Parent").GetString() + item.GetProperty("Code").GetString()),
        ];
    }

    private static byte[] Workbook(string[] schools)
    {
        var rows = new StringBuilder();
        Append(rows, "工号", "姓名", "学校", "到校日期", "手机号", "学段", "任教学科", "职称", "参加工作时间", "状态", "开通账号");
        for (var i = 0; i < Rows; i++)
            Append(
                rows,
                $"B{i:00000}",
                $"教师{i}",
                schools[i % schools.Length],
                "2025年9月1日",
                $"139{i:00000000}",
                "初中",
                "心理健康",
                "一级教师",
                "2010-09-01",
                "在岗",
                "是"
            );
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string package = "http://schemas.openxmlformats.org/package/2006";
            const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
            Add(
                zip,
                "[Content_Types].xml",
                $"<Types xmlns='{package}/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/xl/workbook.xml' ContentType='{type}.sheet.main+xml'/><Override PartName='/xl/sheet.xml' ContentType='{type}.worksheet+xml'/></Types>"
            );
            Add(
                zip,
                "_rels/.rels",
                $"<Relationships xmlns='{package}/relationships'><Relationship Id='a' Type='{office}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            );
            Add(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns='{main}' xmlns:r='{office}'><sheets><sheet name='教师' sheetId='1' r:id='a'/></sheets></workbook>"
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns='{package}/relationships'><Relationship Id='a' Type='{office}/worksheet' Target='sheet.xml'/></Relationships>"
            );
            Add(zip, "xl/sheet.xml", $"<worksheet xmlns='{main}'><sheetData>{rows}</sheetData></worksheet>");
        }
        return file.ToArray();
    }

    private static void Append(StringBuilder rows, params string[] cells)
    {
        rows.Append("<row>");
        foreach (var cell in cells)
            rows.Append("<c t='inlineStr'><is><t>").Append(cell).Append("</t></is></c>");
        rows.Append("</row>");
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(text);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
